// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.redis.RedisAddress;
import dev.understudy.backend.defaults.redis.RedisConnection;
import dev.understudy.backend.defaults.testing.TestProxy;
import dev.understudy.backend.defaults.testing.TestRedis;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and counts are those of Backstage's own limiter on the same Redis. */
final class RedisRateLimitTest {
    private static final String LIVENESS = "/.backstage/health/v1/liveness";

    private static TestRedis redis;

    @BeforeAll
    static void startRedis() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.client().flushAll();
    }

    @Test
    void countsTogetherWithOtherProcesses() throws Exception {
        try (var one = TestServer.start(limited(redis.port(), 3, ""));
                var two = TestServer.start(limited(redis.port(), 3, ""))) {
            assertThat(remaining(one)).isEqualTo("2");
            assertThat(remaining(two)).isEqualTo("1");
            assertThat(redis.client().incr("rl:127.0.0.1")).isEqualTo(3);
            var refused = one.get(LIVENESS);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
            assertThat(redis.client().pttl("rl:127.0.0.1")).isBetween(50_000L, 60_000L);
        }
    }

    @Test
    void keepsTheKeysOfRateLimitRedis() throws Exception {
        try (var server = TestServer.start("\"trustProxy\": 1, " + limited(redis.port(), 3, ""))) {
            for (var address : new String[] {"2001:db8:abcd:12ff::1", "fe80::1%eth0", "::ffff:1.2.3.4", "5.6.7.8"}) {
                server.get(LIVENESS, "X-Forwarded-For", address);
            }
            assertThat(redis.client().keys("*"))
                    .containsExactlyInAnyOrder(
                            "rl:2001:db8:abcd:1200::/56", "rl:fe80::/56", "rl:1.2.3.4", "rl:5.6.7.8");
        }
    }

    @Test
    void takesBackTheCountOfRequestsThatDoNotCount() throws Exception {
        try (var server = TestServer.start(limited(redis.port(), 3, ", \"skipSuccessfulRequests\": true"))) {
            server.use("/missing", _ -> HttpResponse.status(404));
            assertThat(remaining(server)).isEqualTo("2");
            assertThat(redis.client().get("rl:127.0.0.1")).isEqualTo("0");
            server.get("/missing");
            assertThat(redis.client().get("rl:127.0.0.1")).isEqualTo("1");
        }
    }

    @Test
    void beginsAnotherWindowWhenTheLastOneIsOver() throws IOException {
        try (var connection = new RedisConnection(RedisAddress.server(redis.url()))) {
            var now = Instant.parse("2026-01-01T00:00:00Z");
            var store = new RedisRateLimitStore(connection, "catalog", Duration.ofSeconds(5), () -> now);
            assertThat(store.increment("a")).isEqualTo(new RateLimitStore.Count(1, now.toEpochMilli() + 5_000));
            assertThat(store.increment("a").hits()).isEqualTo(2);
            assertThat(redis.client().get("cataloga")).isEqualTo("2");
            redis.client().del("cataloga");
            assertThat(store.increment("a").hits()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 500", "true, 200"})
    void answersWhileRedisIsGoneAndCountsAgainAfterwards(boolean pass, int status) throws Exception {
        try (var proxy = TestProxy.to(redis.port());
                var server = TestServer.start(limited(proxy.port(), 9, ", \"passOnStoreError\": " + pass))) {
            assertThat(server.get(LIVENESS).statusCode()).isEqualTo(200);
            proxy.cut();
            var answer = server.get(LIVENESS);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body())
                    .matches(
                            pass
                                    ? "\\{\"status\":\"ok\"}"
                                    : "\\{\"error\":\\{\"name\":\"Error\",\"message\":\"An internal error occurred"
                                            + " logId=[0-9a-f]{20}\"},\"request\":\\{\"method\":\"GET\",\"url\":\""
                                            + LIVENESS + "\"},\"response\":\\{\"statusCode\":500}}");
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isEmpty();
            proxy.restore();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> server.get(LIVENESS)
                            .headers()
                            .firstValue("X-RateLimit-Limit")
                            .isPresent());
            assertThat(redis.client().get("rl:127.0.0.1")).isEqualTo("2");
        }
    }

    private static String remaining(TestServer server) throws IOException, InterruptedException {
        return server.get(LIVENESS)
                .headers()
                .firstValue("X-RateLimit-Remaining")
                .orElseThrow();
    }

    private static String limited(int port, int limit, String more) {
        return "\"rateLimit\": {\"store\": {\"type\": \"redis\", \"connection\": \"redis://localhost:" + port
                + "\"}, \"ipAllowList\": [], \"incomingRequestLimit\": " + limit + more + "}";
    }
}
