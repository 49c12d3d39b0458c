// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.errors.BackendException;

/** The HTTP status of a failure: its own, or else the one of its name. */
final class ErrorStatus {
    private ErrorStatus() {}

    static int of(BackendException failure) {
        int own = failure.statusCode().orElse(0);
        return own >= 100 && own <= 599 ? own : ofName(failure.name());
    }

    private static int ofName(String name) {
        return switch (name) {
            case "NotModifiedError" -> 304;
            case "InputError" -> 400;
            case "AuthenticationError" -> 401;
            case "NotAllowedError" -> 403;
            case "NotFoundError" -> 404;
            case "ConflictError" -> 409;
            case "NotImplementedError" -> 501;
            case "ServiceUnavailableError" -> 503;
            default -> 500;
        };
    }
}
