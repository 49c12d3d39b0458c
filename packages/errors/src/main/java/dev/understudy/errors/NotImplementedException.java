// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** The request is not supported: HTTP 501. Backstage counterpart: {@code NotImplementedError}. */
public final class NotImplementedException extends BackendException {
    private static final long serialVersionUID = 1L;

    public NotImplementedException(@Nullable String message) {
        super(message, null);
    }

    public NotImplementedException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "NotImplementedError";
    }
}
