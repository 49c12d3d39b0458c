// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts a higher value over a lower one: objects key by key, everything else whole, null removes. */
final class ConfigMerge {
    private ConfigMerge() {}

    static @Nullable JsonNode merge(@Nullable JsonNode higher, @Nullable JsonNode lower) {
        if (higher == null) {
            return lower == null ? null : merge(lower, null);
        }
        if (higher.isNull()) {
            return null;
        }
        return higher.isObject() ? mergeObjects(higher, lower) : higher;
    }

    private static JsonNode mergeObjects(JsonNode higher, @Nullable JsonNode lower) {
        var lowerObject = lower != null && lower.isObject() ? lower : JsonNodeFactory.instance.objectNode();
        var names = new LinkedHashSet<>(higher.propertyNames());
        names.addAll(lowerObject.propertyNames());
        var merged = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            var value = merge(higher.get(name), lowerObject.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }
}
