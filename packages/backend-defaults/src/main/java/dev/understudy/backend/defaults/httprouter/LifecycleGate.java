// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LifecycleService;
import dev.understudy.config.Config;
import dev.understudy.errors.ServiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds requests back until the plugin has started, and turns them away once it stops. Thread-safe. Backstage counterpart:
 * {@code createLifecycleMiddleware}.
 */
final class LifecycleGate implements HttpMiddleware {
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);

    private enum State {
        STARTING,
        UP,
        DOWN
    }

    private final Duration pause;
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile State state = State.STARTING;

    private LifecycleGate(Duration pause) {
        this.pause = pause;
    }

    static LifecycleGate create(Config config, LifecycleService lifecycle) {
        var gate = new LifecycleGate(config.optionalDuration("backend.lifecycle.startupRequestPauseTimeout")
                .orElse(DEFAULT_PAUSE));
        lifecycle.addStartupHook(gate::open);
        lifecycle.addShutdownHook(gate::close);
        return gate;
    }

    private synchronized void open() {
        if (state == State.STARTING) {
            state = State.UP;
            decided.countDown();
        }
    }

    private synchronized void close() {
        state = State.DOWN;
        decided.countDown();
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        if (state == State.STARTING && !decided.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ServiceUnavailableException("Service has not started up yet");
        }
        if (state == State.DOWN) {
            throw new ServiceUnavailableException("Service is shutting down");
        }
        return next.handle(request);
    }
}
