// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothealth;

import dev.understudy.backend.defaults.internal.NeverWaits;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;

/** Ready from the end of start-up to the beginning of shutdown, alive for as long as it can answer. */
final class DefaultRootHealthService implements RootHealthService, NeverWaits {
    private static final HttpResponse OK = HttpResponse.jsonText("{\"status\":\"ok\"}");
    private static final HttpResponse NOT_STARTED = unavailable("Backend has not started yet");
    private static final HttpResponse SHUTTING_DOWN = unavailable("Backend is shutting down");

    private volatile HttpResponse readiness = NOT_STARTED;

    private DefaultRootHealthService() {}

    static DefaultRootHealthService create(RootLifecycleService lifecycle) {
        var health = new DefaultRootHealthService();
        lifecycle.addStartupHook(() -> health.readiness = OK);
        lifecycle.addBeforeShutdownHook(() -> health.readiness = SHUTTING_DOWN);
        return health;
    }

    @Override
    public HttpResponse liveness() {
        return OK;
    }

    @Override
    public HttpResponse readiness() {
        return readiness;
    }

    private static HttpResponse unavailable(String message) {
        return HttpResponse.jsonText("{\"message\":\"" + message + "\",\"status\":\"error\"}")
                .withStatus(503);
    }
}
