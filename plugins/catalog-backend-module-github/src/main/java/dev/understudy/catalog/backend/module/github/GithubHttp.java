// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sends requests to GitHub; waits where GitHub wants to be left alone, and tries again what may work later. Thread-safe.
 */
final class GithubHttp {
    private static final int RATE_LIMIT_RETRIES = 2;
    private static final int RETRIES = 3;
    private static final int SECONDARY_WAIT = 60;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1).plusMinutes(1);
    private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404, 410, 422, 429, 451);

    private final ScmHttpClient client;
    private final LoggerService logger;
    private final Clock clock;
    private final Pause pause;

    GithubHttp(ScmHttpClient client, LoggerService logger, Clock clock, Pause pause) {
        this.client = client;
        this.logger = logger;
        this.clock = clock;
        this.pause = pause;
    }

    static GithubHttp create(LoggerService logger) {
        return new GithubHttp(ScmHttpClient.create(), logger, Clock.systemUTC(), Thread::sleep);
    }

    GithubHttp withLogger(LoggerService other) {
        return new GithubHttp(client, other, clock, pause);
    }

    ScmHttpClient client() {
        return client;
    }

    /** Waits between two pages, which is what GitHub asks of those who read much. */
    void pauseBetweenPages() throws InterruptedException {
        pause.sleep(Duration.ofSeconds(1));
    }

    /**
     * Sends a request; the path is for messages.
     *
     * @return any answer, unless it is a failure
     * @throws GithubHttpException if it is
     */
    GithubAnswer send(ScmRequest request, String path) throws IOException, InterruptedException {
        var limited = 0;
        var failed = 0;
        while (true) {
            var answer = attempt(request);
            Optional<Duration> wait;
            if (answer.isRateLimited() || answer.isSecondaryRateLimited()) {
                wait = rateLimitWait(answer, request, path, limited++);
            } else {
                wait = retryWait(answer, ++failed);
            }
            if (wait.isPresent()) {
                pause.sleep(wait.get());
            } else if (answer.status() >= 400 || answer.hasErrors()) {
                throw answer.failure();
            } else {
                return answer;
            }
        }
    }

    private static Optional<Duration> retryWait(GithubAnswer answer, int attempts) {
        var mayHelp = answer.status() >= 400 && !FINAL.contains(answer.status()) && attempts <= RETRIES;
        return mayHelp ? Optional.of(Duration.ofSeconds((long) attempts * attempts)) : Optional.empty();
    }

    private GithubAnswer attempt(ScmRequest request) throws IOException, InterruptedException {
        try (var response = client.send(request)) {
            return GithubAnswer.read(response);
        }
    }

    private Optional<Duration> rateLimitWait(GithubAnswer answer, ScmRequest request, String path, int retries) {
        var secondary = answer.isSecondaryRateLimited();
        var seconds = secondary ? secondaryWait(answer) : primaryWait(answer);
        var method = request.body().isPresent() ? "POST" : "GET";
        logger.warn((secondary ? "Secondary Rate Limit Exhausted" : "Request quota exhausted") + " for request "
                + method + " " + path);
        if (retries >= RATE_LIMIT_RETRIES) {
            return Optional.empty();
        }
        logger.warn("Retrying after " + seconds + " seconds for the " + retries + " time due to "
                + (secondary ? "Secondary Rate Limit!" : "Rate Limit!"));
        var wait = Duration.ofSeconds(seconds);
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static long secondaryWait(GithubAnswer answer) {
        return answer.header("retry-after").flatMap(GithubHttp::number).orElse((long) SECONDARY_WAIT);
    }

    private long primaryWait(GithubAnswer answer) {
        var reset =
                answer.header("x-ratelimit-reset").flatMap(GithubHttp::number).orElse(0L);
        return Math.max(0, reset - clock.instant().getEpochSecond() + 1);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
