// SPDX-License-Identifier: Apache-2.0
package dev.understudy.filter.predicates;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Follows dotted paths through objects, whose keys may hold dots themselves. */
final class JsonPath {
    private JsonPath() {}

    /** The first value that the path leads to; a missing node when there is none. */
    static JsonNode find(JsonNode value, String path) {
        if (!value.isObject() || path.isEmpty()) {
            return MissingNode.getInstance();
        }
        for (var field : value.properties()) {
            var found = follow(field.getKey(), field.getValue(), path);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode follow(String key, JsonNode value, String path) {
        if (key.equals(path)) {
            return value;
        }
        return path.startsWith(key + ".") ? find(value, path.substring(key.length() + 1)) : MissingNode.getInstance();
    }
}
