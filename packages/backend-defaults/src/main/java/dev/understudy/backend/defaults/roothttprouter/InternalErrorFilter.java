// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.HttpException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * Keeps from clients what failures that were not made for them say; the log has it, under an id that clients get.
 * Backstage counterpart: {@code applyInternalErrorFilter}.
 */
final class InternalErrorFilter {
    private static final int LOG_ID_BYTES = 10;

    private final LoggerService logger;
    private final SecureRandom random = new SecureRandom();

    InternalErrorFilter(LoggerService logger) {
        this.logger = logger;
    }

    BackendException filter(Throwable failure) {
        return failure instanceof BackendException made ? made : hide(failure);
    }

    private BackendException hide(Throwable failure) {
        var bytes = new byte[LOG_ID_BYTES];
        random.nextBytes(bytes);
        var logId = HexFormat.of().formatHex(bytes);
        logger.child(Map.of("logId", logId))
                .error("Filtered internal error with logId=" + logId + " from response", failure);
        return new HttpException("Error", 500, "An internal error occurred logId=" + logId, Map.of());
    }
}
