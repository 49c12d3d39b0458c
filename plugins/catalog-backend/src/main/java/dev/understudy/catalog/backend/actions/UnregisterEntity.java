// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.client.CatalogApi;
import dev.understudy.catalog.client.Location;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Removes a location by its identity, or all that point to a URL. */
record UnregisterEntity(CatalogService catalog) implements ActionFunction {
    @Override
    public Optional<JsonNode> run(ActionContext context) {
        var asCaller = catalog.as(context.credentials());
        var type = context.input().path("type");
        var ids = type.has("locationId")
                ? List.of(type.get("locationId").stringValue())
                : idsOf(asCaller, type.path("locationUrl").stringValue());
        ids.forEach(asCaller::removeLocationById);
        return Optional.of(Json.mapper().createObjectNode());
    }

    private static List<String> idsOf(CatalogApi catalog, String url) {
        var ids = catalog.locations().stream()
                .filter(location -> lower(location.target()).equals(lower(url)))
                .map(Location::id)
                .toList();
        if (ids.isEmpty()) {
            throw new NotFoundException("Location with URL " + url + " not found");
        }
        return ids;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
