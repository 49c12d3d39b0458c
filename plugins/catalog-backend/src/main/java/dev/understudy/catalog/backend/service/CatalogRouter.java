// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.OpenApiDocument;
import dev.understudy.errors.InputException;
import java.util.regex.Pattern;

/** The catalog's endpoints that read. Backstage counterpart: {@code createRouter}. */
public final class CatalogRouter {
    private static final Pattern BROKEN_ENCODING = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private CatalogRouter() {}

    /**
     * @param catalog shows only what the client may see
     */
    public static HttpRouter create(
            EntitiesCatalog catalog,
            LocationQueries locations,
            CatalogAuthorizer authorizer,
            HttpAuthService httpAuth) {
        var router =
                HttpRouter.create().use(CatalogRouter::refuseBrokenPaths).get("/openapi.json", OpenApiDocument::answer);
        new EntityListRoutes(catalog, httpAuth).addTo(router);
        new EntityQueryRoutes(catalog, httpAuth).addTo(router);
        new EntityRoutes(catalog, httpAuth).addTo(router);
        new FacetRoutes(catalog, httpAuth).addTo(router);
        new LocationRoutes(locations, authorizer, httpAuth).addTo(router);
        return router;
    }

    private static HttpResponse refuseBrokenPaths(HttpRequest request, HttpHandler next) throws Exception {
        var path = request.path();
        if ((path.startsWith("/entities/") || path.startsWith("/locations/"))
                && BROKEN_ENCODING.matcher(path).find()) {
            throw new InputException("malformed uri'");
        }
        return next.handle(request);
    }
}
