// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** The caller may not do this: HTTP 403. Backstage counterpart: {@code NotAllowedError}. */
public final class NotAllowedException extends BackendException {
    private static final long serialVersionUID = 1L;

    public NotAllowedException(@Nullable String message) {
        super(message, null);
    }

    public NotAllowedException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "NotAllowedError";
    }
}
