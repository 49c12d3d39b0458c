// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.util.List;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;

/** Reads where the servers are, and where others are that stand in for them. */
final class InfinispanServers {
    private static final String SECTION = "backend.cache.infinispan";
    private static final int DEFAULT_PORT = 11222;

    private InfinispanServers() {}

    static void apply(Config section, ConfigurationBuilder builder, LoggerService logger) {
        if (section.has("servers")) {
            for (var server : servers(section)) {
                builder.addServer()
                        .host(server.optionalString("host").orElse("127.0.0.1"))
                        .port(port(server));
            }
        } else {
            logger.warn("Infinispan configuration at " + SECTION
                    + " is missing the 'servers' definition, will use client defaults.");
        }
        addClusters(section, builder);
    }

    private static List<Config> servers(Config section) {
        var value = section.value("servers");
        if (value.isObject()) {
            return List.of(section.config("servers"));
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException(
                    "Infinispan 'servers' configuration at " + SECTION + " is invalid, must be an object or an array.");
        }
        var servers = section.configArray("servers");
        servers.forEach(server -> server.string("host"));
        return servers;
    }

    private static void addClusters(Config section, ConfigurationBuilder builder) {
        var number = 0;
        for (var cluster : section.optionalConfigArray("clusters").orElse(List.of())) {
            var name = cluster.optionalString("name").orElse("cluster-" + ++number);
            var nodes = builder.addCluster(name);
            cluster.configArray("servers").forEach(server -> nodes.addClusterNode(server.string("host"), port(server)));
        }
    }

    // text or a number, wherever it stands
    private static int port(Config server) {
        return server.optionalInteger("port").orElse(DEFAULT_PORT);
    }
}
