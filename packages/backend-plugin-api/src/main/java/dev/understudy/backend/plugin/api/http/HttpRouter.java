// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Routes requests to handlers by method and path; what is declared first is tried first.
 *
 * <p>Paths match as Express matches them: {@code :name} takes one segment and decodes it, letter case and one trailing
 * slash do not matter, HEAD is answered by GET's handler without its body, and OPTIONS lists the methods of the matching
 * routes. What no route matches goes on to the handler after this router, and finally becomes an empty 404.
 *
 * <p>Declare all routes before the router is used; after that it is safe for any number of threads. Backstage counterpart:
 * {@code express.Router}.
 */
public final class HttpRouter {
    private final List<RouterLayer> layers = new ArrayList<>();

    private HttpRouter() {}

    public static HttpRouter create() {
        return new HttpRouter();
    }

    public HttpRouter get(String path, HttpHandler handler) {
        return route("GET", path, handler);
    }

    public HttpRouter post(String path, HttpHandler handler) {
        return route("POST", path, handler);
    }

    public HttpRouter put(String path, HttpHandler handler) {
        return route("PUT", path, handler);
    }

    public HttpRouter patch(String path, HttpHandler handler) {
        return route("PATCH", path, handler);
    }

    public HttpRouter delete(String path, HttpHandler handler) {
        return route("DELETE", path, handler);
    }

    /** Answers one method at one path. */
    public HttpRouter route(String method, String path, HttpHandler handler) {
        layers.add(new RouterLayer.Route(method, PathPattern.exact(path), handler));
        return this;
    }

    /** Puts middleware in front of all that is declared after it. */
    public HttpRouter use(HttpMiddleware middleware) {
        layers.add(new RouterLayer.Around(middleware));
        return this;
    }

    /** Puts another router below a path. */
    public HttpRouter mount(String path, HttpRouter router) {
        layers.add(new RouterLayer.Mount(PathPattern.prefix(path), router));
        return this;
    }

    /** What has been declared, in the order of trying, with the routes of mounted routers among it; no middleware. */
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        collect("", routes);
        return List.copyOf(routes);
    }

    private void collect(String front, List<Route> routes) {
        for (var layer : layers) {
            switch (layer) {
                case RouterLayer.Route route -> routes.add(new Route(route.method(), rooted(front + route.path())));
                case RouterLayer.Mount mount -> mount.router().collect(front + mount.path(), routes);
                case RouterLayer.Around _ -> {} // what middleware answers, only it knows
            }
        }
    }

    private static String rooted(String path) {
        return path.isEmpty() ? "/" : path;
    }

    /**
     * A method at a path.
     *
     * @param path as declared, such as {@code /entities/:uid}
     */
    public record Route(String method, String path) {}

    /**
     * Answers a request, or hands it on.
     *
     * @param next answers what no route here matches
     */
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        return RouterWalk.start(layers, request, next);
    }
}
