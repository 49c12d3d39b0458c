// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Talks to one GitLab host: asks again after some answers, and no faster than configured. Thread-safe. Backstage
 * counterpart: {@code GitLabIntegration.fetch}.
 */
public final class GitLabFetch {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int FIRST_DELAY = 100;
    private static final int LONGEST_DELAY = 10_000;

    private final ScmHttpClient client;
    private final Optional<GitLabIntegrationConfig.Retry> retry;
    private final Clock clock;
    private final Pause pause;
    private final Deque<Instant> starts = new ArrayDeque<>();

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    GitLabFetch(ScmHttpClient client, Optional<GitLabIntegrationConfig.Retry> retry, Clock clock, Pause pause) {
        this.client = client;
        this.retry = retry;
        this.clock = clock;
        this.pause = pause;
    }

    /** For one host. */
    public static GitLabFetch create(ScmHttpClient client, GitLabIntegrationConfig config) {
        return new GitLabFetch(client, config.retry(), Clock.systemUTC(), Thread::sleep);
    }

    /** Sends a request. */
    public ScmResponse send(ScmRequest request) throws IOException, InterruptedException {
        awaitTurn();
        for (var attempt = 1; ; attempt++) {
            var last = retry.isEmpty()
                    || retry.get().retryStatusCodes().isEmpty()
                    || attempt > retry.get().maxRetries();
            ScmResponse response;
            try {
                response = client.send(request);
            } catch (IOException failure) {
                if (last) {
                    throw failure;
                }
                pause.sleep(backoff(attempt));
                continue;
            }
            if (last || !retry.get().retryStatusCodes().contains(response.status())) {
                return response;
            }
            response.close();
            pause.sleep(response.header("Retry-After").flatMap(this::retryAfter).orElse(backoff(attempt)));
        }
    }

    private static Duration backoff(int attempt) {
        return Duration.ofMillis(Math.min(FIRST_DELAY * (1L << Math.min(attempt - 1, 20)), LONGEST_DELAY));
    }

    private Optional<Duration> retryAfter(String header) {
        if (header.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            var delay = Duration.between(clock.instant(), until);
            return Optional.of(delay.isNegative() ? Duration.ZERO : delay);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private void awaitTurn() throws InterruptedException {
        var limit = retry.map(GitLabIntegrationConfig.Retry::maxApiRequestsPerMinute)
                .orElse(-1);
        if (limit > 0) {
            pause.sleep(delay(limit));
        }
    }

    private Duration delay(int limit) {
        synchronized (starts) {
            var now = clock.instant();
            var start = starts.size() < limit ? now : starts.removeFirst().plus(INTERVAL);
            var turn = start.isBefore(now) ? now : start;
            starts.addLast(turn);
            return Duration.between(now, turn);
        }
    }
}
