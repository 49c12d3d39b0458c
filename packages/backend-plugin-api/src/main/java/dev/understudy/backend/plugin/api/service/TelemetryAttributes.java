// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names and values that say more about a measurement or a span. Immutable.
 *
 * <p>Backstage counterparts: {@code MetricAttributes} and {@code TracingServiceAttributes}.
 *
 * @param values strings, booleans, longs, doubles and lists of strings, in the order in which they were added
 */
public record TelemetryAttributes(Map<String, Object> values) {
    private static final TelemetryAttributes NONE = new TelemetryAttributes(Map.of());

    public TelemetryAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach(TelemetryAttributes::check);
    }

    private static void check(String key, Object value) {
        switch (value) {
            case String _, Boolean _, Long _, Double _, List<?> _ -> {}
            default ->
                throw new IllegalArgumentException("The attribute '" + key + "' has a value of the unsupported type "
                        + value.getClass().getName());
        }
    }

    public static TelemetryAttributes none() {
        return NONE;
    }

    public static TelemetryAttributes of(String key, String value) {
        return new TelemetryAttributes(Map.of(key, value));
    }

    public TelemetryAttributes with(String key, String value) {
        return adding(key, value);
    }

    public TelemetryAttributes with(String key, boolean value) {
        return adding(key, value);
    }

    public TelemetryAttributes with(String key, long value) {
        return adding(key, value);
    }

    public TelemetryAttributes with(String key, double value) {
        return adding(key, value);
    }

    public TelemetryAttributes with(String key, List<String> value) {
        return adding(key, List.copyOf(value));
    }

    private TelemetryAttributes adding(String key, Object value) {
        var all = new LinkedHashMap<>(values);
        all.put(key, value);
        return new TelemetryAttributes(all);
    }
}
