// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionAttributes;
import dev.understudy.backend.plugin.api.service.ActionDefinition;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.backend.plugin.api.service.ActionsRegistryService;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.config.Config;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Offers the catalog's actions. What is told of them is in {@code actions.json}. */
public final class CatalogActions {
    private static final String LAYERS = "catalog.actions.experimentalCatalogLayersDescriptions.enabled";

    private CatalogActions() {}

    /** Registers all actions; they ask the catalog on behalf of whoever runs them. */
    public static void register(
            ActionsRegistryService registry, CatalogService catalog, Config config, Optional<CatalogModel> model) {
        var functions = Map.<String, ActionFunction>of(
                "get-catalog-model-description", new ModelDescription(model),
                "get-catalog-entity", new GetCatalogEntity(catalog),
                "validate-entity", new ValidateEntity(catalog),
                "register-entity", new RegisterEntity(catalog),
                "unregister-entity", new UnregisterEntity(catalog),
                "query-catalog-entities", new QueryCatalogEntities(catalog),
                "refresh-catalog-entity", new RefreshCatalogEntity(catalog));
        var describesLayers = config.optionalBool(LAYERS).orElse(false);
        for (var told : ActionResources.actions()) {
            var name = told.path("name").stringValue();
            var function = functions.get(name);
            if (function == null) {
                throw new IllegalStateException("No code for the action " + name);
            }
            registry.register(definition(told, describesLayers, function));
        }
    }

    private static ActionDefinition definition(JsonNode told, boolean describesLayers, ActionFunction function) {
        var attributes = told.path("attributes");
        return ActionDefinition.of(
                        told.path("name").stringValue(),
                        told.path("title").stringValue(),
                        description(told, describesLayers),
                        schema(told),
                        function)
                .withAttributes(new ActionAttributes(
                        attributes.path("destructive").booleanValue(),
                        attributes.path("idempotent").booleanValue(),
                        attributes.path("readOnly").booleanValue()));
    }

    private static ActionDefinition.Schema schema(JsonNode told) {
        var schema = ActionDefinition.Schema.of(
                (ObjectNode) told.at("/schema/input"), (ObjectNode) told.at("/schema/output"));
        return ActionInputs.of(told.path("name").stringValue())
                .map(checks -> schema.withInputChecks(checks::parse))
                .orElse(schema);
    }

    private static String description(JsonNode told, boolean describesLayers) {
        var withLayers = told.path("descriptionWithCatalogLayers");
        return describesLayers && withLayers.isString()
                ? withLayers.stringValue()
                : told.path("description").stringValue();
    }
}
