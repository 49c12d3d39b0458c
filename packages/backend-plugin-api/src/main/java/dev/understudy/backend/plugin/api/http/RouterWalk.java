// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes through the layers of a router for one request. */
final class RouterWalk {
    private final List<RouterLayer> layers;
    private final HttpRequest request;
    private final HttpHandler next;
    private final Set<String> methods = new LinkedHashSet<>();

    private RouterWalk(List<RouterLayer> layers, HttpRequest request, HttpHandler next) {
        this.layers = layers;
        this.request = request;
        this.next = next;
    }

    static HttpResponse start(List<RouterLayer> layers, HttpRequest request, HttpHandler next) throws Exception {
        return new RouterWalk(layers, request, next).from(0, request);
    }

    private HttpResponse from(int first, HttpRequest seen) throws Exception {
        for (int i = first; i < layers.size(); i++) {
            switch (layers.get(i)) {
                case RouterLayer.Route route -> {
                    var match = route.path().match(seen.path());
                    if (match != null) {
                        if (route.answers(seen.method())) {
                            return route.handler().handle(seen.mountedAt(seen.baseUrl(), seen.path(), match.params()));
                        }
                        methods.add(route.method());
                    }
                }
                case RouterLayer.Around around -> {
                    var rest = i + 1;
                    return around.middleware().handle(seen, changed -> from(rest, changed));
                }
                case RouterLayer.Mount mount -> {
                    var match = mount.path().match(seen.path());
                    if (match != null) {
                        var rest = i + 1;
                        var deeper =
                                seen.mountedAt(seen.baseUrl() + match.consumed(), match.remainder(), match.params());
                        return mount.router().handle(deeper, _ -> from(rest, seen));
                    }
                }
            }
        }
        return end();
    }

    private HttpResponse end() throws Exception {
        if (request.method().equals("OPTIONS") && !methods.isEmpty()) {
            return OptionsAnswer.forMethods(methods);
        }
        return next.handle(request);
    }
}
