// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.catalog.client.EntityFilterQuery;
import dev.understudy.catalog.client.GetEntitiesRequest;
import dev.understudy.catalog.model.Entity;
import java.util.Map;

/** A backend with one plugin, which knows the teams from a catalog that runs elsewhere. */
public final class TeamsMain {
    private TeamsMain() {}

    public static void main(String[] args) {
        var backend = createBackend(args);
        backend.add(TeamsMain::feature);
        Deployment.run(backend);
    }

    static BackendFeature feature() {
        return createBackendPlugin("teams", reg -> {
            var auth = reg.require(AUTH);
            var catalog = reg.require(CATALOG);
            var httpRouter = reg.require(HTTP_ROUTER);
            reg.registerInit(() -> {
                var groups = GetEntitiesRequest.ALL.withFilter(EntityFilterQuery.where("kind", "group"));
                httpRouter.get().use(HttpRouter.create().get("/teams", _ -> {
                    var found =
                            catalog.get().as(auth.get().ownServiceCredentials()).entities(groups);
                    return HttpResponse.json(
                            Map.of("teams", found.stream().map(Entity::name).toList()));
                }));
            });
        });
    }
}
