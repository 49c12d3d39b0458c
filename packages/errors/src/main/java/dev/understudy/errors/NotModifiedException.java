// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** What was asked for has not changed since the caller last saw it: HTTP 304. Backstage counterpart: {@code NotModifiedError}. */
public final class NotModifiedException extends BackendException {
    private static final long serialVersionUID = 1L;

    public NotModifiedException(@Nullable String message) {
        super(message, null);
    }

    public NotModifiedException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "NotModifiedError";
    }
}
