// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import java.util.Map;

/** Alive, and as ready as the test says. Thread-safe. */
public final class MockRootHealth implements RootHealthService {
    private volatile boolean ready = true;

    private MockRootHealth() {}

    /** Ready at first. */
    public static MockRootHealth create() {
        return new MockRootHealth();
    }

    /** Says from now on whether requests may be sent here. */
    public void setReady(boolean newReady) {
        ready = newReady;
    }

    @Override
    public HttpResponse liveness() {
        return HttpResponse.json(Map.of("status", "ok"));
    }

    @Override
    public HttpResponse readiness() {
        return ready ? liveness() : HttpResponse.json(Map.of("status", "error")).withStatus(503);
    }
}
