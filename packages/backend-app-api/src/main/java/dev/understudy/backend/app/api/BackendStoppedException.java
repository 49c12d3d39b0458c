// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.io.Serial;

/** A start that ended because the backend was told to stop. Immutable. Backstage has no counterpart: there, starts end first. */
public final class BackendStoppedException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    BackendStoppedException() {
        super("Backend was stopped while it was starting");
    }
}
