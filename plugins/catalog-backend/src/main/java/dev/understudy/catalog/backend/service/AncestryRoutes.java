// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The endpoint for an entity and those that it comes from. */
final class AncestryRoutes {
    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    AncestryRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth, CatalogAudit audit) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        router.get(
                "/entities/by-name/:kind/:namespace/:name/ancestry",
                Operations.PLAIN.handledBy(audit.recording(
                        request -> AuditEvent.of("entity-fetch")
                                .with("actionType", "ancestry")
                                .with("entityRef", EntityRoutes.ref(request)),
                        this::ancestry)));
    }

    private HttpResponse ancestry(ValidRequest request, Map<String, Object> meta) {
        var ancestry = catalog.entityAncestry(EntityRoutes.ref(request), httpAuth.credentials(request.http()));
        meta.put("rootEntityRef", ancestry.rootEntityRef());
        meta.put("ancestry", ancestry.items().stream().map(AncestryRoutes::link).toList());
        var items = ancestry.items().stream().map(AncestryRoutes::ancestryItem).toList();
        return HttpResponse.jsonBytes(new JsonOutput(items)
                .text("{\"rootEntityRef\":")
                .string(ancestry.rootEntityRef())
                .text(",\"items\":")
                .array(items)
                .text("}")
                .bytes());
    }

    private static Map<String, Object> link(EntityAncestry.Item item) {
        var link = new LinkedHashMap<String, Object>();
        link.put("entityRef", item.entityRef());
        link.put("parentEntityRefs", item.parentEntityRefs());
        return link;
    }

    private static byte[] ancestryItem(EntityAncestry.Item item) {
        var parents = item.parentEntityRefs().stream()
                .map(ref -> new JsonOutput(List.of()).string(ref).bytes())
                .toList();
        return new JsonOutput(List.of(item.entity()))
                .text("{\"entity\":")
                .json(item.entity())
                .text(",\"parentEntityRefs\":")
                .array(parents)
                .text("}")
                .bytes();
    }
}
