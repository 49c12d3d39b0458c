// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import dev.understudy.config.Config;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The endpoints that tell whether the backend lives and is ready. Backstage counterpart: {@code createHealthRouter}. */
final class HealthRoutes {
    static final String READINESS = "/.backstage/health/v1/readiness";
    static final String LIVENESS = "/.backstage/health/v1/liveness";
    private static final String HEADERS = "backend.health.headers";

    private HealthRoutes() {}

    static HttpRouter create(Config config, RootHealthService health) {
        var headers = headers(config);
        return HttpRouter.create()
                .get(READINESS, _ -> with(headers, health.readiness()))
                .get(LIVENESS, _ -> with(headers, health.liveness()));
    }

    private static HttpResponse with(Map<String, String> headers, HttpResponse response) {
        var changed = response;
        for (var header : headers.entrySet()) {
            changed = changed.withHeader(header.getKey(), header.getValue());
        }
        return changed;
    }

    private static Map<String, String> headers(Config config) {
        var headers = new LinkedHashMap<String, String>();
        config.optionalConfig(HEADERS)
                .ifPresent(section -> section.value().properties().forEach(header -> {
                    headers.put(checked(header.getKey(), "name"), value(header.getValue()));
                }));
        return headers;
    }

    private static String value(JsonNode value) {
        return checked(value.isString() ? value.asString() : "", "value");
    }

    private static String checked(String text, String what) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "Invalid header " + what + " in at " + HEADERS + ", must be a non-empty string");
        }
        return text;
    }
}
