// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.userinfo;

import dev.understudy.backend.plugin.api.service.UserInfoService.UserInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Keeps for five seconds what was asked about a token; all plugins share it. Failures are not kept. */
final class UserInfoCache {
    private static final Duration LIFETIME = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private record Entry(FutureTask<UserInfo> task, Instant until) {}

    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private Instant nextSweep;

    UserInfoCache(Clock clock) {
        this.clock = clock;
        this.nextSweep = clock.instant().plus(SWEEP);
    }

    UserInfo get(String token, Callable<UserInfo> ask) {
        var task = task(token, ask);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            forget(token, task);
            throw unchecked(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private synchronized FutureTask<UserInfo> task(String token, Callable<UserInfo> ask) {
        var now = clock.instant();
        sweep(now);
        var entry = entries.get(token);
        if (entry == null || !now.isBefore(entry.until())) {
            entry = new Entry(new FutureTask<>(ask), now.plus(LIFETIME));
            entries.put(token, entry);
        }
        return entry.task();
    }

    private void sweep(Instant now) {
        if (now.isAfter(nextSweep)) {
            nextSweep = now.plus(SWEEP);
            entries.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
    }

    private synchronized void forget(String token, FutureTask<UserInfo> task) {
        @Nullable Entry entry = entries.get(token);
        if (entry != null && entry.task().equals(task)) {
            entries.remove(token);
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(failure.getCause());
    }
}
