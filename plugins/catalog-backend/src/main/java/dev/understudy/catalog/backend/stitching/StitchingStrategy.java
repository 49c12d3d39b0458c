// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.config.Config;
import java.time.Duration;

/**
 * When to stitch.
 *
 * @param pollingInterval how often to look for requests of other processes
 * @param stitchTimeout after how long a request is taken up again that was not served
 */
public record StitchingStrategy(Duration pollingInterval, Duration stitchTimeout) {
    /** Reads {@code catalog.stitchingStrategy}; 1 and 60 seconds when nothing is set. */
    public static StitchingStrategy fromConfig(Config config) {
        return new StitchingStrategy(
                config.optionalDuration("catalog.stitchingStrategy.pollingInterval")
                        .orElse(Duration.ofSeconds(1)),
                config.optionalDuration("catalog.stitchingStrategy.stitchTimeout")
                        .orElse(Duration.ofSeconds(60)));
    }
}
