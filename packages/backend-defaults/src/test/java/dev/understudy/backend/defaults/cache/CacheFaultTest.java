// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestMemcached;
import dev.understudy.backend.defaults.testing.TestProxy;
import dev.understudy.backend.defaults.testing.TestRedis;
import dev.understudy.backend.plugin.api.service.CacheService;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** A store that is gone makes a cache empty, not slow, and is used again as soon as it is back. */
final class CacheFaultTest {
    private static final JsonNode VALUE = IntNode.valueOf(1);

    private final RecordingLogger logger = RecordingLogger.create();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var open : opened.reversed()) {
            open.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "valkey", "memcache"})
    void isEmptyWhileTheStoreIsGoneAndRecovers(String store) throws Exception {
        var proxy = open(TestProxy.to(server(store)));
        var cache = cache(store, proxy);
        cache.set("key", VALUE);
        assertThat(cache.get("key")).contains(VALUE);

        proxy.cut();
        assertThat(cache.get("key")).isEmpty();
        cache.set("key", VALUE);
        cache.delete("key");
        assertThat(logger.lines()).contains("error Failed to create " + store + " cache client");

        proxy.restore();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            cache.set("key", VALUE);
            assertThat(cache.get("key")).contains(VALUE);
        });
    }

    @Test
    void keepsNobodyWaitingForAStoreThatHasFallenSilent() throws Exception {
        var proxy = open(TestProxy.to(server("redis")));
        var cache = cache("redis", proxy);
        cache.set("key", VALUE);
        proxy.silence();
        var started = System.nanoTime();
        for (var answer : atOnce(100, () -> cache.get("key"))) {
            assertThat(answer.get()).isEmpty();
        }
        // two seconds until a connection is free, and two for an answer; this machine may be busy
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(40));
        proxy.restore();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cache.get("key")).contains(VALUE));
    }

    private static List<Future<Optional<JsonNode>>> atOnce(int times, Callable<Optional<JsonNode>> question)
            throws InterruptedException, ExecutionException {
        var questions = new ArrayList<Callable<Optional<JsonNode>>>();
        for (var time = 0; time < times; time++) {
            questions.add(question);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(questions);
        }
    }

    private int server(String store) throws IOException {
        return store.equals("memcache")
                ? open(TestMemcached.start()).port()
                : open(TestRedis.start()).port();
    }

    private CacheService cache(String store, TestProxy proxy) {
        var config = Json.mapper().createObjectNode();
        config.putObject("backend")
                .putObject("cache")
                .put("store", store)
                .put("connection", (store.equals("memcache") ? "" : "redis://") + "localhost:" + proxy.port());
        var stores = CacheStores.fromConfig(ConfigReader.fromData(config), logger);
        opened.add(stores::close);
        return stores.forPlugin("one");
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }
}
