// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes through the layers of a router for one request. */
final class RouterWalk {
    private final List<RouterLayer> layers;
    private final HttpHandler next;
    private final boolean collectsMethods;
    private final Set<String> methods;

    private RouterWalk(List<RouterLayer> layers, HttpRequest request, HttpHandler next) {
        this.layers = layers;
        this.collectsMethods = request.method().equals("OPTIONS");
        this.methods = collectsMethods ? new LinkedHashSet<>() : Set.of();
        this.next = next;
    }

    static HttpResponse start(List<RouterLayer> layers, HttpRequest request, HttpHandler next) throws Exception {
        return new RouterWalk(layers, request, next).from(0, request);
    }

    private HttpResponse from(int first, HttpRequest seen) throws Exception {
        for (int i = first; i < layers.size(); i++) {
            int after = i + 1;
            switch (layers.get(i)) {
                case RouterLayer.Route route -> {
                    var match = route.path().match(seen.path());
                    if (match != null && route.answers(seen.method())) {
                        return route.handler().handle(seen.mountedAt(seen.baseUrl(), seen.path(), match.params()));
                    }
                    if (match != null && collectsMethods) {
                        methods.add(route.method());
                    }
                }
                case RouterLayer.Around around -> {
                    return around.middleware().handle(seen, changed -> from(after, changed));
                }
                case RouterLayer.Mount mount -> {
                    var match = mount.path().match(seen.path());
                    if (match != null) {
                        return mount.router().handle(below(seen, match), _ -> from(after, seen));
                    }
                }
            }
        }
        return end(seen);
    }

    private static HttpRequest below(HttpRequest seen, PathPattern.Match match) {
        return seen.mountedAt(seen.baseUrl() + match.consumed(), match.remainder(), match.params());
    }

    private HttpResponse end(HttpRequest seen) throws Exception {
        if (!methods.isEmpty()) {
            return OptionsAnswer.forMethods(methods);
        }
        return next.handle(seen);
    }
}
