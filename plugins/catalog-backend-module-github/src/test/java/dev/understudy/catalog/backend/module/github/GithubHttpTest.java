// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GithubHttpTest {
    private final MockHost github = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final List<Duration> pauses = new ArrayList<>();
    private final GithubHttp http = new GithubHttp(
            ScmHttpClient.create(), logger, Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC), pauses::add);

    @AfterEach
    void stop() {
        github.close();
    }

    private GithubAnswer get() throws Exception {
        return http.send(ScmRequest.get(github.url() + "/x"), "/x");
    }

    @Test
    void waitsUntilTheQuotaIsThereAgain() throws Exception {
        var exhausted = Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1030");
        github.once("GET /x", 403, exhausted, "{}").on("GET /x", "{\"a\":1}");
        assertThat(get().body().path("a").asInt(0)).isEqualTo(1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(31));
        assertThat(logger.lines())
                .containsExactly(
                        "warn Request quota exhausted for request GET /x",
                        "warn Retrying after 31 seconds for the 0 time due to Rate Limit!");
    }

    @Test
    void asksNoMoreThanThreeTimesWhenItAsksTooFast() {
        for (var count = 0; count < 4; count++) {
            github.once("GET /x", 403, Map.of("retry-after", "7"), "{\"message\":\"You hit a secondary rate limit\"}");
        }
        assertThatThrownBy(this::get).hasMessage("You hit a secondary rate limit");
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void triesAgainWhatMayWorkLater() throws Exception {
        github.once("GET /x", 502, Map.of(), "<html>")
                .once("GET /x", 500, Map.of(), "")
                .on("GET /x", "{}");
        assertThat(get().status()).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @Test
    void neverWaitsMuchLongerThanAnHour() throws Exception {
        var liar = Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "999999999999");
        github.once("GET /x", 429, liar, "{}").on("GET /x", "{}");
        assertThat(get().status()).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofMinutes(61));
    }

    @Test
    void saysWhatGithubSays() {
        github.once("GET /x", 401, Map.of(), "{\"message\":\"Bad credentials\",\"documentation_url\":\"https://d\"}");
        assertThatThrownBy(this::get)
                .hasMessage("Bad credentials - https://d")
                .extracting(failure -> ((GithubHttpException) failure).name())
                .isEqualTo("HttpError");
        github.once("GET /x", "{\"errors\":[{\"message\":\"no such field\"},{\"message\":\"b\"}]}");
        assertThatThrownBy(this::get)
                .hasMessage("Request failed due to following response errors:\n - no such field\n - b")
                .extracting(failure -> ((GithubHttpException) failure).name())
                .isEqualTo("GraphqlResponseError");
    }
}
