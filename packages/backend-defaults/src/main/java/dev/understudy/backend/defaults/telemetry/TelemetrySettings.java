// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the environment says about OpenTelemetry.
 *
 * @param properties by the names of OpenTelemetry's system properties, such as {@code otel.metrics.exporter}
 */
record TelemetrySettings(Map<String, String> properties) {
    private static final List<String> SIGNALS = List.of("metrics", "traces");

    static TelemetrySettings of(Map<String, String> environment, Properties system) {
        var properties = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith("OTEL_") && !value.isBlank()) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value.strip());
            }
        });
        for (var name : system.stringPropertyNames()) {
            if (name.startsWith("otel.")) {
                properties.put(name, system.getProperty(name));
            }
        }
        return new TelemetrySettings(Map.copyOf(properties));
    }

    /** Whether something is to be done at all. */
    boolean isConfigured() {
        return !properties.isEmpty() && !Boolean.parseBoolean(properties.get("otel.sdk.disabled"));
    }

    /** Whether anything is to be exported. */
    boolean isExporting() {
        return SIGNALS.stream().anyMatch(signal -> !exporter(signal).equals("none"));
    }

    /** What the SDK is told: nothing is exported that the environment does not ask for. */
    Map<String, String> sdkProperties() {
        var all = new HashMap<>(properties);
        SIGNALS.forEach(signal -> all.put(exporterKey(signal), exporter(signal)));
        all.putIfAbsent("otel.logs.exporter", "none");
        all.putIfAbsent("otel.exporter.otlp.protocol", "http/protobuf");
        return all;
    }

    private String exporter(String signal) {
        var hasEndpoint = properties.containsKey("otel.exporter.otlp.endpoint")
                || properties.containsKey("otel.exporter.otlp." + signal + ".endpoint");
        return properties.getOrDefault(exporterKey(signal), hasEndpoint ? "otlp" : "none");
    }

    private static String exporterKey(String signal) {
        return "otel." + signal + ".exporter";
    }
}
