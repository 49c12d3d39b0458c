// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;

/** Attributes as OpenTelemetry has them. */
final class OtelAttributes {
    private OtelAttributes() {}

    static Attributes of(TelemetryAttributes attributes) {
        if (attributes.values().isEmpty()) {
            return Attributes.empty();
        }
        var builder = Attributes.builder();
        attributes.values().forEach((key, value) -> put(builder, key, value));
        return builder.build();
    }

    private static void put(AttributesBuilder builder, String key, Object value) {
        switch (value) {
            case Boolean flag -> builder.put(key, flag);
            case Long number -> builder.put(key, number);
            case Double number -> builder.put(key, number);
            case List<?> texts ->
                builder.put(
                        AttributeKey.stringArrayKey(key),
                        texts.stream().map(String::valueOf).toList());
            default -> builder.put(key, value.toString());
        }
    }
}
