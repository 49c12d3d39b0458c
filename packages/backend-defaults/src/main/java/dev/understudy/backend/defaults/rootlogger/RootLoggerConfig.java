// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import dev.understudy.config.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The section {@code backend.logger}. */
record RootLoggerConfig(Optional<String> level, Map<String, Object> fields, List<LevelOverride> overrides) {
    static RootLoggerConfig fromConfig(Config config) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("service", "backstage");
        config.optionalConfig("backend.logger.meta")
                .ifPresent(meta -> meta.value()
                        .properties()
                        .forEach(field -> fields.put(field.getKey(), plain(field.getValue()))));
        return new RootLoggerConfig(config.optionalString("backend.logger.level"), fields, overrides(config));
    }

    private static List<LevelOverride> overrides(Config config) {
        var overrides = new ArrayList<LevelOverride>();
        for (var override :
                config.optionalConfigArray("backend.logger.overrides").orElse(List.of())) {
            var matchers = new LinkedHashMap<String, FieldMatcher>();
            override.config("matchers")
                    .value()
                    .properties()
                    .forEach(matcher -> matchers.put(matcher.getKey(), FieldMatcher.of(matcher.getValue())));
            overrides.add(new LevelOverride(matchers, level(override.string("level"), overrides.size())));
        }
        return List.copyOf(overrides);
    }

    private static LogLevel level(String label, int index) {
        return LogLevel.find(label)
                .orElseThrow(() -> new IllegalArgumentException("Invalid config at backend.logger.overrides[" + index
                        + "].level, '" + label
                        + "' is not a valid logging level, must be one of 'error', 'warn', 'info' or 'debug'."));
    }

    private static Object plain(JsonNode value) {
        return value.isString() ? value.stringValue() : value;
    }
}
