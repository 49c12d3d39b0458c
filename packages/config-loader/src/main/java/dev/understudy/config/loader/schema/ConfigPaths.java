// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.value.Origin;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** JSON pointers to configuration values. */
final class ConfigPaths {
    private ConfigPaths() {}

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static JsonPointer child(String path, String name) {
        return JsonPointer.compile(path).appendProperty(name);
    }

    /** Where the value was written, or the closest object around it that was. */
    static Optional<Origin> origin(EffectiveConfig config, String path) {
        for (var pointer = JsonPointer.compile(path); !pointer.matches(); pointer = pointer.head()) {
            var origin = config.origin(pointer);
            if (origin.isPresent()) {
                return origin;
            }
        }
        return Optional.empty();
    }
}
