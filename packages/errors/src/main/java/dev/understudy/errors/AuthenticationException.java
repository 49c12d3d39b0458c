// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** The caller could not be identified: HTTP 401. Backstage counterpart: {@code AuthenticationError}. */
public final class AuthenticationException extends BackendException {
    private static final long serialVersionUID = 1L;

    public AuthenticationException(@Nullable String message) {
        super(message, null);
    }

    public AuthenticationException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "AuthenticationError";
    }
}
