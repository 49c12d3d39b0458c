// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.config.Config;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Where a store is.
 *
 * @param url empty when the store knows where to look
 * @param options what else the object form says
 */
record CacheConnection(String url, JsonNode options) {
    private static final String KEY = "backend.cache.connection";

    static CacheConnection fromConfig(Config config, String store) {
        var value = config.optionalValue(KEY);
        if (value.filter(JsonNode::isObject).isPresent()) {
            return fromObject(value.get(), store);
        }
        if (value.filter(other -> !other.isString()).isPresent()) {
            throw new IllegalArgumentException(KEY + " must be a string or object, got " + typeOf(value.get()));
        }
        // the reference takes an empty string for an absent one here
        return new CacheConnection(value.map(JsonNode::stringValue).orElse(""), MissingNode.getInstance());
    }

    private static CacheConnection fromObject(JsonNode connection, String store) {
        if (!store.equals("redis")) {
            throw new IllegalArgumentException(
                    KEY + " object form is only supported when backend.cache.store is 'redis'");
        }
        var url = Optional.ofNullable(connection.get("url"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(KEY + " object must include a non-empty 'url' string"));
        return new CacheConnection(url, connection);
    }

    private static String typeOf(JsonNode value) {
        return value.isArray() ? "object" : value.isNumber() ? "number" : "boolean";
    }
}
