// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.config.ConfigException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RemoteConfigSourceTest {
    private final HttpServer server = createServer();
    private final LinkedBlockingQueue<String> updates = new LinkedBlockingQueue<>();
    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile String body = "a: ${NAME}";

    private static HttpServer createServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
            if (status == 500) {
                failed.countDown();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/app-config.yaml";
    }

    private RemoteConfigSource source() {
        return RemoteConfigSource.create(url(), Map.of("NAME", "value"), Duration.ofMillis(5));
    }

    private String read() {
        var config = source().read().getFirst();
        return config.context().replace(url(), "<url>") + " "
                + Json.stringify(config.data().toJson());
    }

    @Test
    void readsAndSubstitutesButIncludesNothing() {
        assertThat(read()).isEqualTo("<url> {\"a\":\"value\"}");
        body = "a: {$file: /etc/passwd}\nb: {$include: x.yaml}";
        assertThat(read()).isEqualTo("<url> {\"a\":{\"$file\":\"/etc/passwd\"},\"b\":{\"$include\":\"x.yaml\"}}");
    }

    @Test
    void explainsFailures() {
        status = 404;
        assertThatThrownBy(this::read).isInstanceOf(ConfigException.class).hasMessage("Request failed with status 404");
        status = 200;
        body = "";
        assertThatThrownBy(this::read).hasMessage("configuration data is null");
        body = "[]";
        assertThatThrownBy(this::read).hasMessage("expected object at config root");
        assertThatThrownBy(() -> RemoteConfigSource.create("http://a b", Map.of(), Duration.ofSeconds(1)))
                .hasMessageStartingWith("Invalid URL provided to remote config source, 'http://a b', ");
    }

    @Test
    void readsAgainAtIntervalsAndSurvivesFailures() throws Exception {
        try (var config = LiveConfig.load(source())) {
            config.subscribe(() -> updates.add(config.string("a")));
            status = 500;
            failed.await();
            status = 200;
            body = "a: changed";
            assertThat(updates.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
        }
    }
}
