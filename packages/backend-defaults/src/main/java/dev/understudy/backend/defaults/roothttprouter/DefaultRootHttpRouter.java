// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import dev.understudy.backend.plugin.api.service.RootHttpRouterService;
import dev.understudy.config.Config;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The default {@link RootHttpRouterService}. It listens as soon as it is made. */
final class DefaultRootHttpRouter implements RootHttpRouterService {
    private static final String INDEX_PATH = "/api/app";

    private final RootRoutes routes;
    private final HttpServer server;
    private final boolean development;

    private DefaultRootHttpRouter(RootRoutes routes, HttpServer server, boolean development) {
        this.routes = routes;
        this.server = server;
        this.development = development;
    }

    static DefaultRootHttpRouter start(
            Config config, LoggerService logger, RootHealthService health, NodeEnvironment environment)
            throws Exception {
        var routes = new RootRoutes(INDEX_PATH);
        var application = new ServerApplication(
                MiddlewareChain.of(
                        middleware(config, logger, health, environment, routes), _ -> HttpResponse.status(404)),
                ErrorMiddleware.create(logger, environment),
                new AccessLog(logger, Clock.systemUTC()),
                TrustProxy.fromConfig(config),
                SecurityHeaders.fromConfig(config));
        var server = HttpServer.start(
                ListenAddress.fromConfig(config),
                ServerTimeouts.fromConfig(config, logger),
                ServerCertificate.fromConfig(config, logger),
                application,
                logger);
        return new DefaultRootHttpRouter(routes, server, environment.isDevelopment());
    }

    private static List<HttpMiddleware> middleware(
            Config config,
            LoggerService logger,
            RootHealthService health,
            NodeEnvironment environment,
            RootRoutes routes) {
        var middleware = new ArrayList<HttpMiddleware>();
        CorsOptions.fromConfig(config).ifPresent(options -> middleware.add(new Cors(options)));
        middleware.add(new Compression());
        middleware.add(new EntityTags());
        if (environment.isDevelopment()) {
            middleware.add(new DevelopmentJson());
        }
        middleware.add(ErrorMiddleware.create(logger, environment));
        RateLimit.global(config, logger).ifPresent(middleware::add);
        middleware.add(HealthRoutes.create(config, health)::handle);
        middleware.add(routes);
        return middleware;
    }

    @Override
    public void use(String path, HttpHandler handler) {
        routes.use(path, handler);
    }

    @Override
    public int port() {
        return server.port();
    }

    /** How many connections are open now. */
    int connections() {
        return server.connections();
    }

    void stop() throws Exception {
        server.stop(development);
    }
}
