// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import org.jspecify.annotations.Nullable;

/** The service cannot answer for now: HTTP 503. Backstage counterpart: {@code ServiceUnavailableError}. */
public final class ServiceUnavailableException extends BackendException {
    private static final long serialVersionUID = 1L;

    public ServiceUnavailableException(@Nullable String message) {
        super(message, null);
    }

    public ServiceUnavailableException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String name() {
        return "ServiceUnavailableError";
    }
}
