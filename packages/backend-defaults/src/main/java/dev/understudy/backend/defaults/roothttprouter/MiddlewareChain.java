// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import java.util.List;

/** Middleware one inside the other. */
final class MiddlewareChain {
    private MiddlewareChain() {}

    /** The first in the list sees a request first and its answer last. */
    static HttpHandler of(List<HttpMiddleware> middleware, HttpHandler last) {
        var handler = last;
        for (var outer : middleware.reversed()) {
            var inner = handler;
            handler = request -> outer.handle(request, inner);
        }
        return handler;
    }
}
