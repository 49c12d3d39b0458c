// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.internal.NodeTls;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestCertificate;
import dev.understudy.backend.defaults.testing.TestProxy;
import dev.understudy.backend.defaults.testing.TestRedis;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Caches behind TLS, with a certificate that only some options trust, and a server that may want to see one. */
final class TlsCacheTest {
    private static TestCertificate certificate;
    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.of("redis.example.com");
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "false | redis  | 'socket': {'tls': true}                                                                | false",
                "false | redis  | 'socket': {'tls': true, 'rejectUnauthorized': false}                                   | true",
                "false | redis  | 'socket': {'tls': true, 'ca': 'CERT'}                                                  | false",
                "false | redis  | 'socket': {'tls': true, 'ca': 'CERT', 'servername': 'redis.example.com'}               | true",
                "false | redis  | 'socket': {'tls': true, 'ca': 'CERT', 'servername': 'other.example.com'}               | false",
                "false | rediss | 'socket': {'ca': 'CERT', 'servername': 'redis.example.com'}                            | true",
                "false | redis  | 'tls': {'ca': ['CERT'], 'servername': 'redis.example.com'}                             | true",
                "true  | redis  | 'socket': {'tls': true, 'rejectUnauthorized': false}                                   | false",
                "true  | redis  | 'socket': {'tls': true, 'rejectUnauthorized': false, 'cert': 'CERT', 'key': 'KEY'}     | true",
            })
    void trustsWhatItsOptionsTrust(boolean wantsCertificate, String scheme, String options, boolean connects)
            throws Exception {
        var logger = RecordingLogger.create();
        try (var proxy = TestProxy.to(redis.port(), entrance(wantsCertificate))) {
            var stores = CacheStores.fromConfig(config(scheme, proxy.port(), options), logger);
            var cache = stores.forPlugin("catalog");
            if (connects) {
                cache.set("key", IntNode.valueOf(1), Duration.ofMinutes(1));
            }
            assertThat(cache.get("key")).isEqualTo(connects ? Optional.of(IntNode.valueOf(1)) : Optional.empty());
            assertThat(logger.lines().isEmpty())
                    .describedAs("%s", logger.lines())
                    .isEqualTo(connects);
            stores.close();
        }
    }

    private static SSLServerSocket entrance(boolean wantsCertificate) throws Exception {
        var tls = Json.mapper()
                .createObjectNode()
                .put("cert", certificate.certificate())
                .put("key", certificate.key())
                .put("ca", certificate.certificate());
        var socket = (SSLServerSocket) NodeTls.of(tls, "this test")
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(wantsCertificate);
        return socket;
    }

    private static ConfigReader config(String scheme, int port, String options) throws Exception {
        var connection = (ObjectNode) Json.parse("{"
                + options.replace('\'', '"')
                        .replace(
                                "\"CERT\"",
                                Json.stringify(Json.mapper().getNodeFactory().stringNode(certificate.certificate())))
                        .replace(
                                "\"KEY\"",
                                Json.stringify(Json.mapper().getNodeFactory().stringNode(certificate.key())))
                + "}");
        connection.put("url", scheme + "://localhost:" + port);
        var root = Json.mapper().createObjectNode();
        var cache = root.putObject("backend").putObject("cache").put("store", "redis");
        cache.set("connection", connection)
                .putObject("redis")
                .putObject("client")
                .put("namespace", "test");
        return ConfigReader.fromData(root);
    }
}
