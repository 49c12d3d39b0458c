// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import dev.understudy.errors.ErrorNames;
import java.time.Duration;
import java.util.Optional;

/**
 * How patient the server is with clients. Zero means no limit.
 *
 * @param headers for all headers of a request to arrive
 * @param request for a whole request to arrive
 * @param keepAlive how long an idle connection is kept for the next request
 * @param inactivity how long a connection in use may be silent
 * @param maxHeaders how many headers a request may have
 * @param maxRequestsPerSocket after how many requests a connection is closed
 */
record ServerTimeouts(
        Duration headers,
        Duration request,
        Duration keepAlive,
        Duration inactivity,
        int maxHeaders,
        int maxRequestsPerSocket) {
    /** Node's. */
    static final ServerTimeouts DEFAULT = new ServerTimeouts(
            Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ofSeconds(5), Duration.ZERO, 2000, 0);

    static ServerTimeouts fromConfig(Config config, LoggerService logger) {
        var section = config.optionalConfig("backend.server");
        if (section.isEmpty()) {
            return DEFAULT;
        }
        var server = section.get();
        return new ServerTimeouts(
                read(server, "headersTimeout", logger).orElse(DEFAULT.headers),
                read(server, "requestTimeout", logger).orElse(DEFAULT.request),
                read(server, "keepAliveTimeout", logger).orElse(DEFAULT.keepAlive),
                read(server, "timeout", logger).orElse(DEFAULT.inactivity),
                server.optionalInteger("maxHeadersCount").orElse(DEFAULT.maxHeaders),
                server.optionalInteger("maxRequestsPerSocket").orElse(DEFAULT.maxRequestsPerSocket));
    }

    private static Optional<Duration> read(Config server, String key, LoggerService logger) {
        var value = server.optionalValue(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().isNumber()) {
            return Optional.of(Duration.ofMillis(Math.max(0, value.get().asLong())));
        }
        try {
            return Optional.of(server.duration(key));
        } catch (RuntimeException failure) {
            logger.warn("Failed to parse backend.server." + key + " as duration: " + ErrorNames.describe(failure)
                    + ". Expected a number (milliseconds), duration string (e.g., '30s'), ISO duration (e.g., 'PT30S'),"
                    + " or duration object (e.g., {seconds: 30}). Falling back to number parsing.");
            return Optional.empty();
        }
    }
}
