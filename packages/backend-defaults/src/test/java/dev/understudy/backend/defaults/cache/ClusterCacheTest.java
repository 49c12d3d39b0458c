// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisShardedCluster;

/** A cluster of Redis servers, each master with a replica. */
final class ClusterCacheTest {
    private static RedisShardedCluster cluster;

    private final RecordingLogger logger = RecordingLogger.create();

    @BeforeAll
    static void start() throws IOException {
        cluster = RedisShardedCluster.newRedisCluster()
                .shard("one", 1)
                .shard("two", 1)
                .shard("three", 1)
                .ephemeral()
                .initializationTimeout(Duration.ofSeconds(60))
                .build();
        cluster.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cluster.serverPorts().stream().allMatch(ClusterCacheTest::isSettled));
    }

    /** Whether a server knows all others, and follows its master if it has one; until then clients ask masters. */
    private static boolean isSettled(int port) {
        try (var server = new Jedis("localhost", port)) {
            var replication = server.info("replication");
            var nodes = server.clusterNodes().lines().toList();
            return server.clusterInfo().contains("cluster_state:ok")
                    && (replication.contains("role:master") || replication.contains("master_link_status:up"))
                    && nodes.size() == cluster.serverPorts().size()
                    && nodes.stream().filter(node -> node.contains("slave")).count() * 2 == nodes.size();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.stop();
    }

    @BeforeEach
    void forgetCounts() {
        for (int port : cluster.serverPorts()) {
            try (var server = new Jedis("localhost", port)) {
                server.configResetStat();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"redis, true, slave", "redis, false, master", "valkey, true, slave"})
    void readsFromReplicasWhenToldSo(String store, boolean useReplicas, String readers) {
        var stores = stores(store, "\"useReplicas\": " + useReplicas + ", \"minimizeConnections\": true");
        var cache = stores.forPlugin("catalog");

        for (int i = 0; i < 30; i++) {
            var key = "key" + i;
            cache.set(key, Json.mapper().readTree("" + i));
            await().untilAsserted(() -> assertThat(cache.get(key)).isPresent());
        }

        var asked = cluster.serverPorts().stream()
                .filter(ClusterCacheTest::wasRead)
                .map(ClusterCacheTest::role)
                .collect(Collectors.toSet());
        assertThat(asked).containsExactly(readers);
        assertThat(logger.lines()).isEmpty();
        stores.close();
    }

    @Test
    void saysWhichOptionsHaveNoEffect() {
        var section =
                "{\"store\": \"redis\", \"connection\": {\"url\": \"redis://localhost\", \"RESP\": 3, \"name\": \"me\","
                        + " \"socket\": {\"tls\": true, \"minVersion\": \"x\", \"connectTimeout\": 500}}, \"redis\": {}}";
        CacheStores.fromConfig(config(section), logger);
        stores("redis", "\"defaults\": {\"readonly\": true, \"socket\": {\"family\": 4}, \"password\": \"p\"}");

        assertThat(logger.lines())
                .containsExactly(
                        "warn Configuration without effect on the cache: backend.cache.connection.RESP,"
                                + " backend.cache.connection.socket.minVersion",
                        "warn Configuration without effect on the cache:"
                                + " backend.cache.redis.cluster.defaults.readonly,"
                                + " backend.cache.redis.cluster.defaults.socket.family");
    }

    private static boolean wasRead(int port) {
        try (var server = new Jedis("localhost", port)) {
            return server.info("commandstats").contains("cmdstat_get:");
        }
    }

    private static String role(int port) {
        try (var server = new Jedis("localhost", port)) {
            return server.role().getFirst().toString();
        }
    }

    private CacheStores stores(String store, String options) {
        var nodes = cluster.serverPorts().stream()
                .map(port -> "{\"url\": \"redis://localhost:" + port + "\"}")
                .collect(Collectors.joining(", "));
        return CacheStores.fromConfig(
                config("{\"store\": \"" + store + "\", \"connection\": \"\", \"" + store
                        + "\": {\"cluster\": {\"rootNodes\": [" + nodes + "], " + options + "}}}"),
                logger);
    }

    private static Config config(String cache) {
        return ConfigReader.fromData(Json.mapper().readTree("{\"backend\": {\"cache\": " + cache + "}}"));
    }
}
