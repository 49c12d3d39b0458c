// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * What there is to say about an instrument besides its name. Backstage counterpart: {@code MetricOptions}.
 *
 * @param description one sentence; may be empty
 * @param unit such as {@code seconds}; may be empty
 * @param bucketBoundaries where a histogram's buckets end, ascending; empty for the exporter's own
 */
public record MetricOptions(String description, String unit, List<Double> bucketBoundaries) {
    public MetricOptions {
        bucketBoundaries = List.copyOf(bucketBoundaries);
    }

    public static MetricOptions none() {
        return describedAs("");
    }

    public static MetricOptions describedAs(String description) {
        return new MetricOptions(description, "", List.of());
    }

    public MetricOptions withUnit(String unit) {
        return new MetricOptions(description, unit, bucketBoundaries);
    }

    public MetricOptions withBucketBoundaries(List<Double> boundaries) {
        return new MetricOptions(description, unit, boundaries);
    }
}
