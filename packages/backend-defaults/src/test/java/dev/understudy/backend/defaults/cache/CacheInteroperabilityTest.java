// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestMemcached;
import dev.understudy.backend.defaults.testing.TestRedis;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Reads what Backstage's own cache stored, and stores the same; {@code record.cjs} in the resources recorded it. */
final class CacheInteroperabilityTest {
    private static TestRedis redis;
    private static TestMemcached memcached;

    @BeforeAll
    static void startServers() throws IOException {
        redis = TestRedis.start();
        memcached = TestMemcached.start();
    }

    @AfterAll
    static void stopServers() throws IOException {
        redis.close();
        memcached.close();
    }

    @BeforeEach
    void empty() {
        redis.client().flushAll();
        memcached.entries().clear();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void readsWhatBackstageStored(JsonNode entry) {
        putRaw(entry);
        var stores = stores(entry);
        var cache = stores.forPlugin("catalog");
        var key = entry.get("key").stringValue();
        assertThat(cache.get(key)).contains(entry.get("value"));
        cache.delete(key);
        assertThat(cache.get(key)).isEmpty();
        stores.close();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void storesWhatBackstageReads(JsonNode entry) {
        var stores = stores(entry);
        stores.forPlugin("catalog").set(entry.get("key").stringValue(), entry.get("value"));
        assertThat(Json.mapper().readTree(raw(entry)))
                .isEqualTo(Json.mapper().readTree(entry.get("rawValue").stringValue()));
        stores.close();
    }

    private static Stream<JsonNode> recorded() throws IOException {
        try (var file = Objects.requireNonNull(
                CacheInteroperabilityTest.class.getResourceAsStream("/cache/entries-of-backstage.json"))) {
            return Json.mapper().readTree(file).valueStream().toList().stream();
        }
    }

    private static void putRaw(JsonNode entry) {
        var key = entry.get("rawKey").stringValue();
        var value = entry.get("rawValue").stringValue();
        if (isMemcache(entry)) {
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            memcached.entries().put(key, new TestMemcached.Entry(0, 0, new String(bytes, StandardCharsets.ISO_8859_1)));
        } else {
            redis.client().set(key, value);
        }
    }

    private static String raw(JsonNode entry) {
        var key = entry.get("rawKey").stringValue();
        if (!isMemcache(entry)) {
            return redis.client().get(key);
        }
        var stored = memcached.entry(key);
        assertThat(stored.flags()).isZero();
        return new String(stored.value().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isMemcache(JsonNode entry) {
        return entry.get("store").stringValue().equals("memcache");
    }

    private static CacheStores stores(JsonNode entry) {
        var config = Json.mapper().createObjectNode();
        var cache = config.putObject("backend").putObject("cache");
        cache.set("store", entry.get("store"));
        cache.put("connection", isMemcache(entry) ? memcached.address() : redis.url());
        entry.get("options").properties().forEach(option -> cache.set(option.getKey(), option.getValue()));
        return CacheStores.fromConfig(ConfigReader.fromData(config), RecordingLogger.create());
    }
}
