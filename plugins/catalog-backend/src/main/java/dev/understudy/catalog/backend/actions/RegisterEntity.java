// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.client.AddLocationRequest;
import dev.understudy.catalog.model.CommonValidatorFunctions;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Registers a location. */
record RegisterEntity(CatalogService catalog) implements ActionFunction {
    @Override
    public Optional<JsonNode> run(ActionContext context) {
        var url = context.input().path("locationUrl").stringValue();
        if (!CommonValidatorFunctions.isValidUrl(url)) {
            throw new InputException(url + " is an invalid URL");
        }
        var location = catalog.as(context.credentials())
                .addLocation(AddLocationRequest.ofUrl(url))
                .location();
        return Optional.of(Json.mapper().createObjectNode().put("locationId", location.id()));
    }
}
