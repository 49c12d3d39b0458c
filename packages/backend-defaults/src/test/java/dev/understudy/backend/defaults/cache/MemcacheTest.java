// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.TestMemcached;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemcacheTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private TestMemcached one;
    private TestMemcached two;

    @BeforeEach
    void start() throws IOException {
        one = TestMemcached.start();
        two = TestMemcached.start();
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        two.close();
    }

    @ParameterizedTest
    @CsvSource({"PT1.9S, 1", "PT0.5S, 0", "PT720H, 2592000", "PT721H, 1769821200"})
    void expiresEntriesBySecondsOrForLongTimesByDate(Duration timeToLive, int expiry) {
        try (var backend = backend(one.address())) {
            backend.storeFor("catalog").set("a2V5", "x", Optional.of(timeToLive));
            assertThat(one.entry("catalog:catalog:a2V5").expiry()).isEqualTo(expiry);
        }
    }

    @Test
    void choosesTheServerThatMemjsChooses() {
        try (var backend = backend(one.address() + ", " + two.address())) {
            var store = backend.storeFor("catalog");
            for (var key : List.of("YQ==", "Yg==", "Yw==", "ZA==", "ZQ==")) {
                store.set(key, key, Optional.empty());
                assertThat(store.get(key)).contains(key);
            }
            assertThat(one.entries())
                    .containsOnlyKeys("catalog:catalog:YQ==", "catalog:catalog:Yg==", "catalog:catalog:Yw==");
            assertThat(two.entries()).containsOnlyKeys("catalog:catalog:ZA==", "catalog:catalog:ZQ==");
        }
    }

    @Test
    void takesServersFromTheEnvironment() {
        var environment = Map.of("MEMCACHE_SERVERS", two.address());
        try (var backend = MemcacheBackend.of("", environment)) {
            backend.storeFor("catalog").set("a2V5", "x", Optional.empty());
            assertThat(two.entries()).hasSize(1);
        }
        assertThat(MemcacheBackend.of("", Map.of()).servers()).hasToString("[memcached at localhost:11211]");
        assertThat(MemcacheBackend.of("user:pass@cache", Map.of()).servers()).hasToString("[memcached at cache:11211]");
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> MemcacheBackend.of("localhost:http", Map.of()))
                .hasMessage("backend.cache.connection has 'http' where the port of a memcached server belongs");
    }

    private static MemcacheBackend backend(String connection) {
        return new MemcacheBackend(MemcacheBackend.of(connection, Map.of()).servers(), () -> NOW);
    }
}
