// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.catalog.backend.openapi.OpenApiDocument;
import dev.understudy.catalog.backend.openapi.RequestBody;
import dev.understudy.errors.InputException;
import java.util.regex.Pattern;

/** The catalog's endpoints. Backstage counterpart: {@code createRouter}. */
public final class CatalogRouter {
    private static final Pattern BROKEN_ENCODING = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern NAMED_PATH = Pattern.compile(
            "/(?:entities/by-uid/[^/]+|locations/[^/]+|(?:entities/by-name|locations/by-entity)(?:/[^/]+){3}"
                    + "|entities/by-name(?:/[^/]+){3}/ancestry)/?",
            Pattern.CASE_INSENSITIVE);

    private CatalogRouter() {}

    public static HttpRouter create(CatalogRouterOptions options) {
        var router = HttpRouter.create()
                .use(RequestBody::read)
                .use(CatalogRouter::refuseBrokenPaths)
                .get("/openapi.json", OpenApiDocument::answer);
        var entities = AuthorizedEntitiesCatalog.create(options.entities(), options.authorizer());
        var httpAuth = options.httpAuth();
        var audit = new CatalogAudit(options.auditor());
        new EntityListRoutes(entities, httpAuth, audit, options.settings().isDevelopment()).addTo(router);
        new EntityQueryRoutes(entities, httpAuth, audit).addTo(router);
        new EntityRoutes(entities, httpAuth, audit).addTo(router);
        new AncestryRoutes(entities, httpAuth, audit).addTo(router);
        new EntityBatchRoutes(entities, httpAuth, audit).addTo(router);
        new FacetRoutes(entities, httpAuth, audit).addTo(router);
        var locationWrites = new LocationWriteRoutes(options, audit);
        locationWrites.addCreationTo(router);
        new LocationRoutes(options, audit).addTo(router);
        new EntityWriteRoutes(entities, options, audit).addTo(router);
        locationWrites.addTo(router);
        new ValidationRoutes(options).addTo(router);
        new AnalysisRoutes(options, audit).addTo(router);
        return router;
    }

    private static HttpResponse refuseBrokenPaths(HttpRequest request, HttpHandler next) throws Exception {
        var path = request.path();
        if (path.indexOf('%') >= 0
                && BROKEN_ENCODING.matcher(path).find()
                && NAMED_PATH.matcher(path).matches()) {
            throw new InputException("malformed uri'");
        }
        return next.handle(request);
    }
}
