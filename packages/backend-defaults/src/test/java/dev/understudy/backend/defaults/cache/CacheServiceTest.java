// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestRedis;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.JsonNode;

/** The entries in Redis and Valkey are what Backstage's own cache wrote and read with the same configuration. */
final class CacheServiceTest {
    private static TestRedis server;

    private final RecordingLogger logger = RecordingLogger.create();

    @BeforeAll
    static void startServer() {
        server = TestRedis.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() {
        try (var client = redis()) {
            client.flushAll();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "redis", "valkey"})
    void keepsValues(String store) {
        var cache = stores(store, "").forPlugin("one");
        var value = json("{\"text\":\":colon\",\"list\":[1,\":a\",null,true],\":key\":\"::\"}");
        cache.set("key", value);
        assertThat(cache.get("key")).contains(value);
        assertThat(cache.get("other")).isEmpty();
        cache.delete("key");
        assertThat(cache.get("key")).isEmpty();
        assertThat(logger.entries()).noneMatch(entry -> entry.level().equals("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "redis"})
    void keepsPluginsApart(String store) {
        var stores = stores(store, "");
        stores.forPlugin("one").set("key", json("1"));
        assertThat(stores.forPlugin("two").get("key")).isEmpty();
    }

    @Test
    void writesRedisEntriesAsBackstageDoes() {
        var redis = ",\"redis\":{\"client\":{\"namespace\":\"ns\"}}";
        stores("redis", "").forPlugin("catalog").set("key", json("\":text\""));
        stores("redis", redis).forPlugin("catalog").set("x".repeat(300), json("1"), Duration.ofMinutes(5));
        try (var client = redis()) {
            assertThat(client.get("catalog:a2V5")).isEqualTo("{\"value\":\"::text\"}");
            assertThat(client.ttl("catalog:a2V5")).isEqualTo(-1);
            var key = "ns:catalog:DU4sqenLztenpTgOsp4aN4O5ttDbct42oQUQOOHB+8c=";
            assertThat(client.get(key)).matches("\\{\"value\":1,\"expires\":\\d{13}}");
            assertThat(client.pttl(key)).isBetween(290_000L, 300_000L);
        }
    }

    @Test
    void writesValkeyEntriesAsBackstageDoes() {
        var valkey = ",\"valkey\":{\"client\":{\"keyPrefix\":\"p-\"}}";
        stores("valkey", valkey).forPlugin("catalog").set("key", json("[1]"));
        try (var client = redis()) {
            assertThat(client.get("p-a2V5")).isEqualTo("{\"value\":[1]}");
            assertThat(client.smembers("p-namespace:p-catalog")).containsExactly("a2V5");
        }
    }

    @Test
    void readsEntriesOfOthers() {
        try (var client = redis()) {
            client.set("catalog:a2V5", "{\"value\":{\"a\":\":base64:aGk=\"},\"expires\":99999999999999}");
        }
        assertThat(stores("redis", "")
                        .forPlugin("catalog")
                        .get("key")
                        .orElseThrow()
                        .get("a")
                        .binaryValue())
                .asString()
                .isEqualTo("hi");
    }

    @Test
    void forgetsValuesWhoseTimeIsOver() {
        var store = new MemoryCacheBackend().storeFor("one");
        var written = Instant.parse("2026-01-01T00:00:00Z");
        new CacheEntries(store, "memory", () -> written, logger)
                .set("key", json("1"), Optional.of(Duration.ofSeconds(1)));
        var later = new CacheEntries(store, "memory", () -> written.plusMillis(1000), logger);
        assertThat(later.get("key")).isPresent();
        var tooLate = new CacheEntries(store, "memory", () -> written.plusMillis(1001), logger);
        assertThat(tooLate.get("key")).isEmpty();
        assertThat(store.get(CacheKeys.normalize("key"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"120000", "\"2 minutes\"", "{\"minutes\":2}"})
    void usesTheDefaultTimeToLive(String defaultTtl) {
        var cache = stores("redis", ",\"defaultTtl\":" + defaultTtl).forPlugin("one");
        cache.set("configured", json("1"));
        cache.withDefaultTimeToLive(Duration.ofMinutes(10)).set("own", json("1"));
        try (var client = redis()) {
            assertThat(client.pttl("one:" + CacheKeys.normalize("configured"))).isBetween(110_000L, 120_000L);
            assertThat(client.pttl("one:" + CacheKeys.normalize("own"))).isBetween(590_000L, 600_000L);
        }
    }

    @Test
    void countsAsEmptyWhenTheStoreFails() {
        var config = "{\"backend\":{\"cache\":{\"store\":\"redis\",\"connection\":\"redis://localhost:1\"}}}";
        var cache = CacheStores.fromConfig(ConfigReader.fromData(json(config)), logger)
                .forPlugin("one");
        cache.set("key", json("1"));
        assertThat(cache.get("key")).isEmpty();
        assertThat(logger.lines()).contains("error Failed to create redis cache client");
        try (var client = redis()) {
            client.set("one:a2V5", "not JSON");
        }
        assertThat(stores("redis", "").forPlugin("one").get("key")).isEmpty();
    }

    @Test
    void refusesWrongConfiguration() {
        assertThatThrownBy(() -> cache("{\"store\":\"paper\"}")).hasMessage("Unknown cache store: paper");
        assertThatThrownBy(() -> cache("{\"connection\":{\"url\":\"redis://a\"}}"))
                .hasMessage(
                        "backend.cache.connection object form is only supported when backend.cache.store is 'redis'");
        assertThatThrownBy(() -> cache("{\"store\":\"redis\",\"connection\":{\"url\":\"\"}}"))
                .hasMessage("backend.cache.connection object must include a non-empty 'url' string");
        assertThatThrownBy(() -> cache("{\"store\":\"infinispan\",\"infinispan\":{}}"))
                .hasMessage(
                        "The cache store 'infinispan' of backend.cache.store comes in a module of its own, which this"
                                + " application lacks. Add the dependency dev.understudy:backend-defaults-cache-infinispan");
        assertThatThrownBy(() -> cache("{\"connection\":5}"))
                .hasMessage("backend.cache.connection must be a string or object, got number");
    }

    @Test
    void warnsOfDoubtfulConfiguration() {
        cache("{\"store\":\"redis\",\"useRedisSets\":true}");
        cache("{\"store\":\"redis\",\"redis\":{\"cluster\":{}}}");
        assertThat(logger.lines())
                .containsExactly(
                        "warn The 'backend.cache.useRedisSets' configuration key is deprecated and no longer has any effect."
                                + " The underlying '@keyv/redis' and '@keyv/valkey' libraries no longer support redis sets.",
                        "warn No configuration found for cache store 'redis' at 'backend.cache.redis'.",
                        "warn Redis cluster config has no 'rootNodes' key, defaulting to non-clustered mode");
    }

    private void cache(String config) {
        CacheStores.fromConfig(ConfigReader.fromData(json("{\"backend\":{\"cache\":" + config + "}}")), logger);
    }

    private CacheStores stores(String store, String more) {
        var config = "{\"backend\":{\"cache\":{\"store\":\"" + store + "\",\"connection\":\"redis://localhost:"
                + server.port() + "\"" + more + "}}}";
        return CacheStores.fromConfig(ConfigReader.fromData(json(config)), logger);
    }

    private static RedisClient redis() {
        return RedisClient.create("localhost", server.port());
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }
}
