// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

/** One entry of a router. */
sealed interface RouterLayer {
    /** A handler for one method at one path. */
    record Route(String method, PathPattern path, HttpHandler handler) implements RouterLayer {
        boolean answers(String requested) {
            return method.equals(requested) || (requested.equals("HEAD") && method.equals("GET"));
        }
    }

    /** Middleware around all later layers. */
    record Around(HttpMiddleware middleware) implements RouterLayer {}

    /** A router below a path. */
    record Mount(PathPattern path, HttpRouter router) implements RouterLayer {}
}
