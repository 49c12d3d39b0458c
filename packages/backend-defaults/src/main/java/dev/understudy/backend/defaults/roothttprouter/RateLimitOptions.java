// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How many requests a client may make.
 *
 * @param window the time in which requests are counted
 * @param limit how many requests a client may make in a window
 * @param allowList addresses that are not limited
 * @param skipSuccessful whether requests answered with a status below 400 do not count
 * @param skipFailed whether requests answered with a status of 400 or more do not count
 * @param passOnStoreError whether requests pass while the store fails
 */
record RateLimitOptions(
        Duration window,
        int limit,
        Set<String> allowList,
        boolean skipSuccessful,
        boolean skipFailed,
        boolean passOnStoreError) {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    static final RateLimitOptions DEFAULT =
            new RateLimitOptions(Duration.ofMinutes(1), 5, Set.copyOf(LOOPBACK), false, false, false);

    static RateLimitOptions read(Config section) {
        return new RateLimitOptions(
                section.optionalDuration("window").orElse(DEFAULT.window),
                section.optionalInteger("incomingRequestLimit").orElse(DEFAULT.limit),
                Set.copyOf(section.optionalStringArray("ipAllowList").orElse(LOOPBACK)),
                section.optionalBool("skipSuccessfulRequests").orElse(false),
                section.optionalBool("skipFailedRequests").orElse(false),
                section.optionalBool("passOnStoreError").orElse(false));
    }
}
