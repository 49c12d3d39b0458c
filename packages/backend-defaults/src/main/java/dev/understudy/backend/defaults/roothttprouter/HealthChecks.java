// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.defaults.internal.NeverWaits;
import dev.understudy.backend.plugin.api.http.HttpRequest;

/** Recognizes the requests of load balancers and orchestrators, which come often and expect an answer at once. */
final class HealthChecks {
    private HealthChecks() {}

    /** Whether nothing that they come by can wait: no middleware or service of others, and no shared count of requests. */
    static boolean neverWait(RootHttpRouterOptions options, RootServices services) {
        return options.hasDefaultConfigure()
                && services.health() instanceof NeverWaits
                && services.config().optionalValue("backend.rateLimit").isEmpty();
    }

    static boolean isOne(HttpRequest request) {
        return (request.path().equals(HealthRoutes.READINESS) || request.path().equals(HealthRoutes.LIVENESS))
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }
}
