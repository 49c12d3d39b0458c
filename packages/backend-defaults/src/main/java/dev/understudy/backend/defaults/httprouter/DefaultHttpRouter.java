// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.defaults.inventory.PluginInventory;
import dev.understudy.backend.defaults.inventory.PluginRoutes;
import dev.understudy.backend.defaults.inventory.PluginRoutes.Access;
import dev.understudy.backend.defaults.roothttprouter.ErrorMiddleware;
import dev.understudy.backend.defaults.roothttprouter.NodeEnvironment;
import dev.understudy.backend.defaults.roothttprouter.RateLimit;
import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.HttpRouterService;
import dev.understudy.backend.plugin.api.service.LifecycleService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootHttpRouterService;
import dev.understudy.config.Config;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The default {@link HttpRouterService}. Backstage counterpart: {@code httpRouterServiceFactory}. */
final class DefaultHttpRouter implements HttpRouterService {
    private final CredentialsBarrier barrier;
    private final HttpRouter publicKeys;
    private final HttpRouter userCookie;
    private final List<HttpRouter> pluginRoutes = new CopyOnWriteArrayList<>();

    private DefaultHttpRouter(Services services) {
        this.barrier = CredentialsBarrier.create(services.httpAuth, services.config);
        this.publicKeys = AuthEndpoints.publicKeys(services.auth);
        this.userCookie = AuthEndpoints.userCookie(services.httpAuth);
    }

    /** What a plugin's router is made of. */
    record Services(
            String pluginId,
            Config config,
            LoggerService logger,
            LifecycleService lifecycle,
            RootHttpRouterService rootHttpRouter,
            AuthService auth,
            HttpAuthService httpAuth,
            PluginInventory inventory) {}

    static DefaultHttpRouter create(Services services, NodeEnvironment environment) {
        var router = new DefaultHttpRouter(services);
        var errors = ErrorMiddleware.create(services.logger, environment);
        var routes = router.routes(services);
        HttpHandler handler = request -> routes.handle(request, DefaultHttpRouter::notFound);
        services.rootHttpRouter.use("/api/" + services.pluginId, request -> errors.handle(request, handler));
        services.inventory.addRoutes(services.pluginId, router::describe);
        return router;
    }

    private HttpRouter routes(Services services) {
        var routes = HttpRouter.create();
        RateLimit.ofPlugin(services.pluginId, services.config, services.logger).ifPresent(routes::use);
        return routes.use(publicKeys::handle)
                .use(LifecycleGate.create(services.config, services.lifecycle))
                .use(barrier)
                .use(userCookie::handle)
                .use((request, next) -> tryFrom(0, request, next));
    }

    private HttpResponse tryFrom(int index, HttpRequest request, HttpHandler next) throws Exception {
        return index < pluginRoutes.size()
                ? pluginRoutes.get(index).handle(request, passedOn -> tryFrom(index + 1, passedOn, next))
                : next.handle(request);
    }

    private static HttpResponse notFound(HttpRequest request) {
        return HttpResponse.status(404);
    }

    private PluginRoutes describe() {
        var open = publicKeys.routes().stream()
                .map(route -> new PluginRoutes.Route(route.method(), route.path(), Access.UNAUTHENTICATED));
        var guarded = Stream.concat(Stream.of(userCookie), pluginRoutes.stream())
                .flatMap(router -> router.routes().stream())
                .map(route -> new PluginRoutes.Route(route.method(), route.path(), barrier.accessTo(route.path())));
        return new PluginRoutes(barrier.policies(), Stream.concat(open, guarded).toList());
    }

    @Override
    public void use(HttpRouter router) {
        pluginRoutes.add(router);
    }

    @Override
    public void addAuthPolicy(String path, HttpAuthPolicy policy) {
        barrier.addAuthPolicy(path, policy);
    }
}
