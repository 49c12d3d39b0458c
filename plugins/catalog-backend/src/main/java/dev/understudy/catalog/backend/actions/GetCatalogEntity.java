// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.node.CatalogService;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Answers with one entity. */
record GetCatalogEntity(CatalogService catalog) implements ActionFunction {
    @Override
    public Optional<JsonNode> run(ActionContext context) {
        var name = context.input().path("name").stringValue();
        return Optional.of(NamedEntity.find(catalog.as(context.credentials()), name, context.input())
                .json());
    }
}
