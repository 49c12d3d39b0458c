// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static java.util.Objects.requireNonNull;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.JsonBody;
import dev.understudy.errors.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A whole backend whose one plugin has routes like those of the catalog, and no database. */
final class CatalogLikeBackend implements AutoCloseable {
    static final String TOKEN = "a-token-0123456789";

    private static final String CONFIG = """
            backend:
              baseUrl: http://localhost:7007
              listen: {host: 127.0.0.1, port: 0}
              server: {headersTimeout: 1000, requestTimeout: 1000, keepAliveTimeout: 500}
              cors: {origin: 'http://localhost:3000', credentials: true}
              database: {client: better-sqlite3, connection: ':memory:'}
              logger: {level: error}
              auth:
                externalAccess:
                  - {type: static, options: {token: %s, subject: test}}
            """.formatted(TOKEN);

    private final Backend backend;
    private final DefaultRootHttpRouter router;

    private CatalogLikeBackend(Backend backend, DefaultRootHttpRouter router) {
        this.backend = backend;
        this.router = router;
    }

    static CatalogLikeBackend start(Path directory) throws IOException {
        var config = Files.writeString(directory.resolve("app-config.yaml"), CONFIG);
        var router = new AtomicReference<DefaultRootHttpRouter>();
        var backend = createBackend("--config", config.toString()).add(plugin(router));
        backend.start();
        return new CatalogLikeBackend(backend, requireNonNull(router.get()));
    }

    private static BackendFeature plugin(AtomicReference<DefaultRootHttpRouter> router) {
        return createBackendPlugin("catalog", registration -> {
            var rootHttpRouter = registration.require(CoreServices.ROOT_HTTP_ROUTER);
            var httpRouter = registration.require(CoreServices.HTTP_ROUTER);
            registration.registerInit(() -> {
                router.set((DefaultRootHttpRouter) rootHttpRouter.get());
                httpRouter.get().use(routes());
            });
        });
    }

    private static HttpRouter routes() {
        return HttpRouter.create()
                .get(
                        "/entities",
                        request -> HttpResponse.json(
                                Map.of("filters", request.query().all("filter").size())))
                .get("/entities/by-name/:kind/:namespace/:name", request -> HttpResponse.text(request.param("name")))
                .delete("/entities/by-uid/:uid", request -> HttpResponse.text(request.param("uid")))
                .post("/entities/by-refs", CatalogLikeBackend::byRefs);
    }

    private static HttpResponse byRefs(HttpRequest request) throws IOException {
        var body = JsonBody.read(request).orElseThrow(() -> new InputException("A body is missing"));
        if (!body.path("entityRefs").isArray()) {
            throw new InputException("entityRefs must be an array");
        }
        return HttpResponse.json(body.path("entityRefs"));
    }

    int port() {
        return router.port();
    }

    int connections() {
        return router.connections();
    }

    MalformedRequests.Sample wellFormed() {
        var draft = new RequestDraft("POST", "/api/catalog/entities/by-refs")
                .header("Authorization", "Bearer " + TOKEN)
                .json("{\"entityRefs\": []}");
        return MalformedRequests.Sample.of("well-formed", draft.bytes(), MalformedRequests.Ending.HALF_CLOSED);
    }

    @Override
    public void close() {
        backend.stop();
    }
}
