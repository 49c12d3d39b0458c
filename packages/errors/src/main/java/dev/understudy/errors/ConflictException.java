// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** The request contradicts the present state: HTTP 409. Backstage counterpart: {@code ConflictError}. */
public final class ConflictException extends BackendException {
    private static final long serialVersionUID = 1L;

    public ConflictException(@Nullable String message) {
        super(message, null);
    }

    public ConflictException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "ConflictError";
    }
}
