// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.command;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.schema.ConfigSchema;
import dev.understudy.types.Json;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;

/** Writes configuration for people. */
final class ConfigPrinter {
    private ConfigPrinter() {}

    /**
     * @param format {@code yaml} or {@code json}
     */
    static String text(JsonNode value, String format) {
        return switch (format) {
            case "json" -> json(value) + "\n";
            case "yaml" -> yaml(value);
            default -> throw new ConfigException("Unknown format '" + format + "'; there are: yaml, json");
        };
    }

    private static String json(JsonNode value) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        var printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return Json.mapper().writer().with(printer).writeValueAsString(value);
    }

    private static String yaml(JsonNode value) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(plain(value));
    }

    /** A line for each value, with the place it comes from. */
    static String origins(EffectiveConfig config, ConfigSchema schema) {
        var text = new StringBuilder();
        for (var value : config.values(schema::masked)) {
            text.append(value.path()).append(": ").append(Json.stringify(value.value()));
            text.append("  # ").append(value.origin()).append('\n');
        }
        return text.toString();
    }

    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                value.forEachEntry((name, field) -> object.put(name, plain(field)));
                yield object;
            }
            case ARRAY -> value.valueStream().map(ConfigPrinter::plain).toList();
            case STRING -> value.stringValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> number(value);
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private static Object number(JsonNode value) {
        return value.isIntegralNumber() || !Double.isFinite(value.doubleValue())
                ? value.numberValue()
                : (Object) value.doubleValue();
    }
}
