// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.defaults.redis.RedisAddress;
import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads where Redis or Valkey is: one server, or the cluster of a section. */
final class RedisCluster {
    private RedisCluster() {}

    static RedisAddress address(Config config, CacheConnection connection, String section, Runnable warnOfNoNodes) {
        if (config.has(section) && !config.has(section + ".rootNodes")) {
            warnOfNoNodes.run();
        }
        return config.has(section + ".rootNodes")
                ? cluster(config, connection, section)
                : server(connection.url(), connection.options());
    }

    private static RedisAddress server(String url, JsonNode options) {
        var server = RedisAddress.server(url);
        var database = options.path("database").asInt(0);
        return new RedisAddress(
                server.urls(), false, text(options, "username"), text(options, "password"), database, Optional.empty());
    }

    private static RedisAddress cluster(Config config, CacheConnection connection, String section) {
        var defaults = config.optionalValue(section + ".defaults").orElseGet(MissingNode::getInstance);
        return new RedisAddress(
                nodes(config.value(section + ".rootNodes")),
                true,
                text(connection.options(), "username").or(() -> text(defaults, "username")),
                text(connection.options(), "password").or(() -> text(defaults, "password")),
                0,
                config.optionalInteger(section + ".maxCommandRedirections"));
    }

    private static List<String> nodes(JsonNode rootNodes) {
        return rootNodes.valueStream().map(RedisCluster::nodeUrl).toList();
    }

    private static String nodeUrl(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.path("url").isString()) {
            return node.get("url").stringValue();
        }
        return "redis://" + node.path("host").asString("localhost") + ":"
                + node.path("port").asInt(6379);
    }

    private static Optional<String> text(JsonNode options, String name) {
        return Optional.of(options.path(name).asString("")).filter(text -> !text.isEmpty());
    }
}
