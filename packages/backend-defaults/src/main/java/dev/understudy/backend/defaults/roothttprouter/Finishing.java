// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;

/**
 * Gives a body its last shape, once: inside of compression when there is some, since an ETag is that of the plain body.
 * Backstage counterpart: {@code res.send}.
 */
final class Finishing implements HttpMiddleware {
    private static final String DONE = Finishing.class.getName();

    private final boolean isIndented;

    Finishing(NodeEnvironment environment) {
        this.isIndented = environment.isDevelopment();
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        var response = next.handle(request);
        if (request.attributes().putIfAbsent(DONE, true) != null) {
            return response;
        }
        return EntityTags.tag(request, isIndented ? DevelopmentJson.indent(response) : response);
    }
}
