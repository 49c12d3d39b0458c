// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.RootHttpRouterService;

/** The default {@link RootHttpRouterService}. It listens as soon as it is made. */
final class DefaultRootHttpRouter implements RootHttpRouterService {
    private final RootRoutes routes;
    private final HttpServer server;
    private final boolean development;

    private DefaultRootHttpRouter(RootRoutes routes, HttpServer server, boolean development) {
        this.routes = routes;
        this.server = server;
        this.development = development;
    }

    static DefaultRootHttpRouter start(RootHttpRouterOptions options, RootServices services) throws Exception {
        var routes = new RootRoutes(options.indexPath());
        var context = new RootHttpRouterConfigureContext(services, routes);
        options.configure().accept(context);
        var config = services.config();
        var logger = services.logger();
        var server = HttpServer.start(
                ListenAddress.fromConfig(config),
                ServerTimeouts.fromConfig(config, logger),
                ServerCertificate.fromConfig(config, logger),
                application(context, options, services),
                logger);
        return new DefaultRootHttpRouter(routes, server, services.environment().isDevelopment());
    }

    private static ServerApplication application(
            RootHttpRouterConfigureContext context, RootHttpRouterOptions options, RootServices services) {
        var finishing = context.middleware().finishing();
        HttpHandler app = request -> context.app().handle(request, _ -> HttpResponse.status(404));
        return new ServerApplication(
                request -> finishing.handle(request, app),
                HealthChecks.neverWait(options, services) ? HealthChecks::isOne : _ -> false,
                ErrorMiddleware.create(services.logger(), services.environment()),
                TrustProxy.fromConfig(services.config()));
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
