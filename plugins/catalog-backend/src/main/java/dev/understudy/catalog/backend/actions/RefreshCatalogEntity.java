// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.types.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Has one entity processed soon. */
record RefreshCatalogEntity(CatalogService catalog) implements ActionFunction {
    @Override
    public Optional<JsonNode> run(ActionContext context) {
        var asCaller = catalog.as(context.credentials());
        var name = context.input().path("name").stringValue();
        var ref = NamedEntity.find(asCaller, name, context.input()).ref().stringify();
        asCaller.refreshEntity(ref);
        return Optional.of(Json.mapper().createObjectNode().put("entityRef", ref));
    }
}
