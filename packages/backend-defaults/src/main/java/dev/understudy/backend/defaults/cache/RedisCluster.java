// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.defaults.redis.RedisAddress;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads where Redis or Valkey is: one server, or the cluster of a section. Says which options of clients have no effect. */
final class RedisCluster {
    private static final String CONNECTION = "backend.cache.connection.";

    private final Config config;
    private final CacheConnection connection;
    private final String section;
    private final List<String> unheeded = new ArrayList<>();

    private RedisCluster(Config config, CacheConnection connection, String section) {
        this.config = config;
        this.connection = connection;
        this.section = section;
    }

    static RedisAddress address(
            Config config, CacheConnection connection, String section, String kind, LoggerService logger) {
        boolean isCluster = config.has(section + ".rootNodes");
        if (config.has(section) && !isCluster) {
            logger.warn(kind + " cluster config has no 'rootNodes' key, defaulting to non-clustered mode");
        }
        var reader = new RedisCluster(config, connection, section);
        var address = isCluster ? reader.cluster() : reader.server();
        if (!reader.unheeded.isEmpty()) {
            logger.warn("Configuration without effect on the cache: " + String.join(", ", reader.unheeded));
        }
        return address;
    }

    private RedisAddress server() {
        return RedisAddress.server(connection.url())
                .withLogin(options(connection.options(), CONNECTION).login());
    }

    private RedisAddress cluster() {
        var defaults = config.optionalValue(section + ".defaults").orElseGet(MissingNode::getInstance);
        var rootNodes = config.value(section + ".rootNodes");
        var login = options(connection.options(), CONNECTION)
                .orElse(options(defaults, section + ".defaults."))
                .orElse(options(rootNodes.path(0), section + ".rootNodes[0]."))
                .login();
        // connections are made when a node is first needed: minimizeConnections is how it is
        var cluster = new RedisAddress.Cluster(
                config.optionalInteger(section + ".maxCommandRedirections"),
                config.optionalBool(section + ".useReplicas").orElse(false));
        return new RedisAddress(
                rootNodes.valueStream().map(RedisCluster::nodeUrl).toList(), Optional.of(cluster), login);
    }

    private RedisOptions options(JsonNode section, String key) {
        var options = RedisOptions.of(section);
        options.unheeded().forEach(name -> unheeded.add(key + name));
        return options;
    }

    private static String nodeUrl(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.path("url").isString()) {
            return node.get("url").stringValue();
        }
        var address = node.path("socket").isObject() ? node.path("socket") : node;
        return "redis://" + address.path("host").asString("localhost") + ":"
                + address.path("port").asInt(6379);
    }
}
