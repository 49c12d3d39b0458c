// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.Optional;

/**
 * How failures are answered and logged. Backstage counterpart: {@code MiddlewareFactoryErrorOptions}.
 *
 * @param showStackTraces empty to show them in development only
 * @param logAllErrors whether those that are the client's fault are logged too
 */
public record ErrorMiddlewareOptions(Optional<Boolean> showStackTraces, boolean logAllErrors) {
    private static final ErrorMiddlewareOptions DEFAULTS = new ErrorMiddlewareOptions(Optional.empty(), false);

    /** Stack traces in development only; only the failures of this backend are logged. */
    public static ErrorMiddlewareOptions defaults() {
        return DEFAULTS;
    }

    public ErrorMiddlewareOptions withShowStackTraces(boolean show) {
        return new ErrorMiddlewareOptions(Optional.of(show), logAllErrors);
    }

    public ErrorMiddlewareOptions withLogAllErrors() {
        return new ErrorMiddlewareOptions(showStackTraces, true);
    }
}
