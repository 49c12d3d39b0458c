// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.schema.ConfigViolation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with a configuration. */
record ConfigCheck(List<SchemaDocument> documents, boolean isStrict, EffectiveConfig config) {
    /** What is wrong with the part that those visibilities show, errors first. */
    List<ConfigViolation> violations(Set<Visibility> included) {
        var visible = new VisibleErrors(documents, config, included);
        var violations = new ArrayList<>(SchemaValidator.validate(documents, config, visible));
        for (var unknown : UnknownKeys.find(documents, config.data(), isStrict)) {
            var path = unknown.path().equals("/") ? "" : unknown.path();
            if (visible.contain(path)) {
                violations.add(unknown(path, unknown));
            }
        }
        VisibilityMap.of(documents, config.data()).deprecations().forEach((path, reason) -> {
            if (visible.contain(path)) {
                violations.add(deprecated(path, reason));
            }
        });
        return List.copyOf(violations);
    }

    private ConfigViolation unknown(String path, UnknownKeys.Unknown unknown) {
        var origin = config.origin(ConfigPaths.child(path, unknown.key()));
        var severity = isStrict ? Severity.ERROR : Severity.WARNING;
        return new ConfigViolation(severity, unknown.path(), unknown.message(), origin);
    }

    private ConfigViolation deprecated(String path, String reason) {
        var message = "Config is deprecated at " + path + ", " + reason;
        return new ConfigViolation(Severity.WARNING, path, message, ConfigPaths.origin(config, path));
    }
}
