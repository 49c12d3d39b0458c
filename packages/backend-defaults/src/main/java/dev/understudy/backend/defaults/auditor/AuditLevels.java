// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auditor;

import dev.understudy.backend.plugin.api.service.AuditorService.Severity;
import dev.understudy.config.Config;
import dev.understudy.errors.InputException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** At which level events of each severity are logged. */
record AuditLevels(Map<Severity, Level> bySeverity) {
    private static final String KEY = "backend.auditor.severityLogLevelMappings.";

    enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    static AuditLevels fromConfig(Config config) {
        var levels = new EnumMap<Severity, Level>(Severity.class);
        for (var severity : Severity.values()) {
            var key = KEY + nameOf(severity);
            var level = config.optionalString(key).map(text -> parse(key, text));
            levels.put(severity, level.orElse(severity == Severity.LOW ? Level.DEBUG : Level.INFO));
        }
        return new AuditLevels(levels);
    }

    Level of(Severity severity) {
        return bySeverity.getOrDefault(severity, Level.INFO);
    }

    static String nameOf(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Level parse(String key, String text) {
        return switch (text) {
            case "debug" -> Level.DEBUG;
            case "info" -> Level.INFO;
            case "warn" -> Level.WARN;
            case "error" -> Level.ERROR;
            default ->
                throw new InputException("The configuration value for '" + key + "' was given an invalid value: '"
                        + text + "'. Expected one of the following valid values: 'debug, info, warn, error'.");
        };
    }
}
