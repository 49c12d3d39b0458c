// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GitLabFetchTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<String> retryAfter = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var after = retryAfter.pollFirst();
            if (after != null && !after.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", after);
            }
            exchange.sendResponseHeaders(after == null ? 200 : 429, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private GitLabFetch fetch(int maxRetries, int perMinute) {
        var retry = new GitLabIntegrationConfig.Retry(maxRetries, List.of(429), perMinute);
        return new GitLabFetch(ScmHttpClient.create(), Optional.of(retry), clock, pauses::add);
    }

    private ScmRequest request() {
        return ScmRequest.get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Test
    void waitsAsLongAsItIsTold() throws Exception {
        retryAfter.addAll(List.of("", "3", "Sun, 22 Nov 2026 12:00:07 GMT", "soon"));
        try (var response = fetch(4, -1).send(request())) {
            assertThat(response.status()).isEqualTo(200);
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(100), Duration.ofSeconds(3), Duration.ofSeconds(7), Duration.ofMillis(800));
    }

    @Test
    void givesUpInTheEnd() throws Exception {
        retryAfter.addAll(List.of("", "", ""));
        try (var response = fetch(1, -1).send(request())) {
            assertThat(response.status()).isEqualTo(429);
        }
        server.stop(0);
        assertThatThrownBy(() -> fetch(1, -1).send(request())).isInstanceOf(IOException.class);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void sendsNoMoreThanConfiguredInAMinute() throws Exception {
        var fetch = fetch(0, 2);
        for (var count = 0; count < 5; count++) {
            fetch.send(request()).close();
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2));
    }
}
