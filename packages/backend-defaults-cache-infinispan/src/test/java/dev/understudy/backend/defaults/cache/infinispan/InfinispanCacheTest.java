// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.cache.CacheBackend;
import dev.understudy.backend.defaults.cache.CacheBackendProvider;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.infinispan.Cache;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.commons.util.Util;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.server.hotrod.HotRodServer;
import org.infinispan.server.hotrod.configuration.HotRodServerConfigurationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys and values are those that Backstage's own store put into an Infinispan server. */
final class InfinispanCacheTest {
    private static final WarningLogger LOGGER = new WarningLogger();

    private static int port;
    private static DefaultCacheManager caches;
    private static HotRodServer server;

    @BeforeAll
    static void startServer() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        caches = new DefaultCacheManager(
                new GlobalConfigurationBuilder().nonClusteredDefault().build());
        for (var type : List.of(MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON)) {
            var cache = new ConfigurationBuilder();
            cache.encoding().key().mediaType(type);
            cache.encoding().value().mediaType(type);
            caches.defineConfiguration(type.equals(MediaType.TEXT_PLAIN) ? "cache" : "json", cache.build());
        }
        server = server(port, "first");
    }

    private static HotRodServer server(int port, String name) {
        var server = new HotRodServer();
        server.start(
                new HotRodServerConfigurationBuilder()
                        .host("127.0.0.1")
                        .port(port)
                        .name(name)
                        .build(),
                caches);
        server.postStart();
        return server;
    }

    @AfterAll
    static void stopServer() {
        Util.close(caches);
        server.stop();
    }

    @Test
    void keepsEntriesUnderThePluginAndTheKey() {
        try (var backend = backend("{\"servers\": [{\"host\": \"127.0.0.1\", \"port\": " + port + "}]}")) {
            var store = backend.storeFor("catalog");
            assertThat(store.get("a2V5")).isEmpty();
            store.set("a2V5", "{\"value\":\"Grüße\"}", Optional.empty());
            assertThat(store.get("a2V5")).contains("{\"value\":\"Grüße\"}");
            assertThat(cache().get("catalog:a2V5")).isEqualTo("{\"value\":\"Grüße\"}");
            assertThat(backend.storeFor("search").get("a2V5")).isEmpty();
            cache().put("catalog:a2V5", "{\"value\":1}");
            assertThat(store.get("a2V5")).contains("{\"value\":1}");
            store.delete("a2V5");
            assertThat(store.get("a2V5")).isEmpty();
        }
    }

    @Test
    void letsEntriesExpire() {
        try (var backend = backend("{\"servers\": {\"host\": \"127.0.0.1\", \"port\": \"" + port + "\"}}")) {
            var store = backend.storeFor("catalog");
            store.set("short", "x", Optional.of(Duration.ofMinutes(5)));
            store.set("long", "x", Optional.empty());
            var entries = cache().getAdvancedCache();
            assertThat(entries.getCacheEntry("catalog:short").getLifespan()).isEqualTo(300_000);
            assertThat(entries.getCacheEntry("catalog:long").getLifespan()).isEqualTo(-1);
        }
    }

    @Test
    void writesTextAsJsonWhereThatIsTheFormat() {
        try (var backend = backend("{\"servers\": [{\"host\": \"127.0.0.1\", \"port\": " + port + "}], \"cacheName\":"
                + " \"json\", \"dataFormat\": {\"keyType\": \"application/json\", \"valueType\":"
                + " \"application/json\"}}")) {
            var store = backend.storeFor("catalog");
            store.set("a2V5", "{\"value\":\"\\n\"}", Optional.empty());
            assertThat(store.get("a2V5")).contains("{\"value\":\"\\n\"}");
        }
    }

    @Test
    void failsQuicklyWhileNoServerIsThereAndConnectsAfterwards() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (var backend = backend("{\"servers\": [{\"host\": \"127.0.0.1\", \"port\": " + free + "}]}")) {
            var store = backend.storeFor("catalog");
            assertThatThrownBy(() -> store.get("a2V5")).isInstanceOf(RuntimeException.class);
            var late = server(free, "late");
            try {
                assertThat(store.get("nothing")).isEmpty();
            } finally {
                late.stop();
            }
        }
    }

    @Test
    void saysWhichCacheIsMissing() {
        try (var backend = backend(
                "{\"servers\": [{\"host\": \"127.0.0.1\", \"port\": " + port + "}], \"cacheName\": \"other\"}")) {
            assertThatThrownBy(() -> backend.storeFor("catalog").get("a2V5"))
                    .hasMessage("The Infinispan server has no cache 'other'");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {} ; Infinispan configuration at backend.cache.infinispan is missing the 'servers' definition, will use client defaults.
            {"servers": {}, "version": "3.0"} ; Invalid Infinispan client version "3.0" in config at backend.cache.infinispan.version. Must be "2.9", "2.5", or "2.2". It will be ignored, and the client may use a default or fail.
            {"servers": {}, "mediaType": "x/y"} ; Invalid Infinispan mediaType "x/y" in config at backend.cache.infinispan.mediaType. Must be "text/plain" | "application/json". It will be ignored, and the client may use a default or fail.
            """)
    void warnsOfDoubtfulConfiguration(String section, String warning) {
        LOGGER.warnings().clear();
        backend(section).close();
        assertThat(LOGGER.warnings()).containsExactly(warning.replace("|", "|"));
    }

    @Test
    void refusesWrongConfiguration() {
        assertThatThrownBy(() -> backend("{\"servers\": \"localhost\"}"))
                .hasMessage(
                        "Infinispan 'servers' configuration at backend.cache.infinispan is invalid, must be an object"
                                + " or an array.");
        assertThatThrownBy(() -> backend(
                        "{\"servers\": {}, \"ssl\": {\"enabled\": true, \"trustCerts\": [\"/does/not/exist.pem\"]}}"))
                .hasMessage("Cannot read the certificates of backend.cache.infinispan: /does/not/exist.pem");
    }

    private static Cache<String, String> cache() {
        return caches.getCache("cache");
    }

    private static CacheBackend backend(String section) {
        var config = Json.mapper().createObjectNode();
        config.putObject("backend")
                .putObject("cache")
                .set("infinispan", Json.mapper().readTree(section));
        var provider =
                ServiceLoader.load(CacheBackendProvider.class).findFirst().orElseThrow();
        assertThat(provider.name()).isEqualTo("infinispan");
        return provider.fromConfig(ConfigReader.fromData(config), LOGGER);
    }
}
