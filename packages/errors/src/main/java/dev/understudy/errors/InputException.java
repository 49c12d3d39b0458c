// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** The request, or other input, is wrong: HTTP 400. Backstage counterpart: {@code InputError}. */
public final class InputException extends BackendException {
    private static final long serialVersionUID = 1L;

    public InputException(@Nullable String message) {
        super(message, null);
    }

    public InputException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "InputError";
    }
}
