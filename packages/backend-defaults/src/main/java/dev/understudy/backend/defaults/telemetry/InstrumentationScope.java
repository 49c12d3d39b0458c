// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.config.Config;
import java.util.Optional;

/** Under which name a plugin's instruments and spans are found. */
public record InstrumentationScope(String name, Optional<String> version, Optional<String> schemaUrl) {
    public static InstrumentationScope of(String name) {
        return new InstrumentationScope(name, Optional.empty(), Optional.empty());
    }

    /** The scope of a plugin as the section under this key says. */
    static InstrumentationScope fromConfig(Config config, String key, String pluginId) {
        var section = config.optionalConfig(key);
        return new InstrumentationScope(
                section.flatMap(scope -> scope.optionalString("name")).orElse("backstage-plugin-" + pluginId),
                section.flatMap(scope -> scope.optionalString("version")),
                section.flatMap(scope -> scope.optionalString("schemaUrl")));
    }
}
