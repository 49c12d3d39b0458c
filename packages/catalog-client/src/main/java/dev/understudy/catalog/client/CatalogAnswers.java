// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.client.GetEntityAncestorsResponse.Ancestor;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.common.AnalyzeLocationResponse.ExistingEntity;
import dev.understudy.catalog.common.AnalyzeLocationResponse.Field;
import dev.understudy.catalog.common.AnalyzeLocationResponse.GenerateEntity;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the catalog says. */
final class CatalogAnswers {
    private CatalogAnswers() {}

    /**
     * @throws IllegalStateException when the catalog sent something else
     */
    static Entity entity(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new Entity(object);
        }
        throw new IllegalStateException("Expected an entity from the catalog, but got " + json.getNodeType());
    }

    static Optional<Entity> optionalEntity(JsonNode json) {
        return json.isNull() ? Optional.empty() : Optional.of(entity(json));
    }

    static QueryEntitiesResponse entities(JsonNode json) {
        return new QueryEntitiesResponse(
                list(json.path("items"), CatalogAnswers::entity),
                json.path("totalItems").asLong(0),
                pageInfo(json.path("pageInfo")));
    }

    static QueryLocationsResponse locations(JsonNode json) {
        return new QueryLocationsResponse(
                list(json.path("items"), CatalogAnswers::location),
                json.path("totalItems").asLong(0),
                pageInfo(json.path("pageInfo")));
    }

    private static PageInfo pageInfo(JsonNode json) {
        return new PageInfo(text(json, "nextCursor"), text(json, "prevCursor"));
    }

    static Location location(JsonNode json) {
        return new Location(
                json.path("id").asString(""),
                json.path("type").asString(""),
                json.path("target").asString(""),
                json.path("entityRef").asString(""));
    }

    static GetEntityAncestorsResponse ancestors(JsonNode json) {
        return new GetEntityAncestorsResponse(
                json.path("rootEntityRef").asString(""),
                list(
                        json.path("items"),
                        item -> new Ancestor(
                                entity(item.path("entity")), list(item.path("parentEntityRefs"), JsonNode::asString))));
    }

    static Map<String, List<EntityFacet>> facets(JsonNode json) {
        var facets = new LinkedHashMap<String, List<EntityFacet>>();
        json.path("facets")
                .properties()
                .forEach(facet -> facets.put(facet.getKey(), list(facet.getValue(), CatalogAnswers::facet)));
        return facets;
    }

    private static EntityFacet facet(JsonNode json) {
        return new EntityFacet(
                json.path("value").asString(""), json.path("count").asLong(0));
    }

    static AddLocationResponse addedLocation(JsonNode json, String target) {
        if (!json.path("location").isObject()) {
            throw new IllegalStateException("Location wasn't added: " + target);
        }
        var exists = json.path("exists");
        return new AddLocationResponse(
                location(json.path("location")),
                list(json.path("entities"), CatalogAnswers::entity),
                exists.isBoolean() ? Optional.of(exists.booleanValue()) : Optional.empty());
    }

    static AnalyzeLocationResponse analysis(JsonNode json) {
        return new AnalyzeLocationResponse(
                list(json.path("existingEntityFiles"), CatalogAnswers::existing),
                list(json.path("generateEntities"), CatalogAnswers::generated));
    }

    private static ExistingEntity existing(JsonNode json) {
        var location = json.path("location");
        return new ExistingEntity(
                new LocationSpec(
                        location.path("type").asString(""),
                        location.path("target").asString("")),
                json.path("isRegistered").asBoolean(false),
                entity(json.path("entity")));
    }

    private static GenerateEntity generated(JsonNode json) {
        return new GenerateEntity(entity(json.path("entity")), list(json.path("fields"), CatalogAnswers::field));
    }

    private static Field field(JsonNode json) {
        return new Field(
                json.path("field").asString(""),
                text(json, "value"),
                json.path("state").asString(""),
                json.path("description").asString(""));
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        return array.valueStream().map(reader).toList();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
