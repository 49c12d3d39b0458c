// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** A value has the wrong shape; without a status of its own, so HTTP 500. Backstage counterpart: {@code TypeError}. */
public final class TypeException extends BackendException {
    private static final long serialVersionUID = 1L;

    public TypeException(@Nullable String message) {
        super(message, null);
    }

    public TypeException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "TypeError";
    }
}
