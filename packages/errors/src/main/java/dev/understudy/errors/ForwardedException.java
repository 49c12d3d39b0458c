// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** Adds context to a failure and keeps its name, and with it its HTTP status. Backstage counterpart: {@code ForwardedError}. */
public final class ForwardedException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final String name;

    public ForwardedException(@Nullable String message, Throwable cause) {
        super(message, cause);
        this.name = ErrorNames.nameOf(cause);
    }

    @Override
    public String name() {
        return name;
    }
}
