// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import dev.understudy.config.Config;

/**
 * What {@link RootHttpRouterOptions#withConfigure} has to put together: the parts, and {@link #app}, where they go. It is
 * called once, before the server listens.
 *
 * <pre>{@code
 * RootHttpRouterOptions.defaults().withConfigure(context -> {
 *     var middleware = context.middleware();
 *     context.app()
 *             .use(middleware.helmet())
 *             .use(middleware.cors())
 *             .use(middleware.compression())
 *             .use(context.healthRouter()) // before logging: health checks leave no lines
 *             .use(middleware.logging())
 *             .use(middleware.rateLimit())
 *             .use(context.routes());
 * })
 * }</pre>
 *
 * <p>What is added first sees a request first and its answer last. A failure travels outwards, to the next {@link
 * MiddlewareFactory#error}, {@code compression} or {@code cors}, or to the server; all answer it in the same way.
 *
 * <p>Backstage counterpart: {@code RootHttpRouterConfigureContext}.
 */
public final class RootHttpRouterConfigureContext {
    private final HttpRouter app = HttpRouter.create();
    private final RootServices services;
    private final HttpMiddleware routes;
    private final MiddlewareFactory middleware;

    RootHttpRouterConfigureContext(RootServices services, HttpMiddleware routes) {
        this.services = services;
        this.routes = routes;
        this.middleware = new MiddlewareFactory(services.config(), services.logger(), services.environment());
    }

    /** What every request goes through; what it does not answer is not found. */
    public HttpRouter app() {
        return app;
    }

    /** Makes the parts that are not routes. */
    public MiddlewareFactory middleware() {
        return middleware;
    }

    /** The routes of plugins and of other users of the root HTTP router. */
    public HttpMiddleware routes() {
        return routes;
    }

    /** The endpoints that tell whether the backend lives and is ready. */
    public HttpMiddleware healthRouter() {
        return HealthRoutes.create(services.config(), services.health())::handle;
    }

    public Config config() {
        return services.config();
    }

    public LoggerService logger() {
        return services.logger();
    }

    public RootLifecycleService lifecycle() {
        return services.lifecycle();
    }

    /** Adds what the default router has: all middleware, the health endpoints and the routes. */
    public void applyDefaults() {
        app.use(middleware.helmet())
                .use(middleware.cors())
                .use(middleware.compression())
                .use(middleware.logging())
                .use(middleware.rateLimit())
                .use(healthRouter())
                .use(routes)
                .use(middleware.notFound());
    }
}
