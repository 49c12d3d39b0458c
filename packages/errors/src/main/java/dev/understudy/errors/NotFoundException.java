// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** What was asked for does not exist: HTTP 404. Backstage counterpart: {@code NotFoundError}. */
public final class NotFoundException extends BackendException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(@Nullable String message) {
        super(message, null);
    }

    public NotFoundException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "NotFoundError";
    }
}
