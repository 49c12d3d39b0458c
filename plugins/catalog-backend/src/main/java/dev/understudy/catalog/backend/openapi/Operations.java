// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import static dev.understudy.catalog.backend.openapi.JsonShape.anyObject;
import static dev.understudy.catalog.backend.openapi.JsonShape.object;
import static dev.understudy.catalog.backend.openapi.JsonShape.text;
import static dev.understudy.catalog.backend.openapi.JsonShape.texts;
import static dev.understudy.catalog.backend.openapi.Parameter.Kind.COMMA_LIST;
import static dev.understudy.catalog.backend.openapi.Parameter.Kind.COUNT;
import static dev.understudy.catalog.backend.openapi.Parameter.Kind.LIST;
import static dev.understudy.catalog.backend.openapi.Parameter.Kind.TEXT;

import java.util.List;
import java.util.Optional;

/** The operations of the catalog's API, which {@code openapi.json} describes to clients. */
public final class Operations {
    private static final JsonShape LOCATION_INPUT =
            object(List.of("type", "target"), true, "type", text(), "target", text());

    /** For endpoints that take neither parameters nor a body. */
    public static final Operation PLAIN = query();

    public static final Operation GET_ENTITIES = query(
            Parameter.of("fields", COMMA_LIST),
            Parameter.of("limit", COUNT),
            Parameter.of("filter", LIST),
            Parameter.of("offset", COUNT),
            Parameter.of("after", TEXT),
            Parameter.of("order", LIST));

    public static final Operation GET_ENTITIES_BY_QUERY = query(
            Parameter.of("fields", COMMA_LIST),
            Parameter.of("limit", COUNT),
            Parameter.of("offset", COUNT),
            Parameter.of("orderField", LIST),
            Parameter.of("cursor", TEXT),
            Parameter.of("filter", LIST),
            Parameter.oneOf("totalItems", "include", "exclude"),
            Parameter.of("fullTextFilterTerm", TEXT),
            Parameter.of("fullTextFilterFields", COMMA_LIST));

    public static final Operation QUERY_ENTITIES = body(
            false,
            object(
                    List.of(),
                    false,
                    "cursor",
                    text(),
                    "limit",
                    new JsonShape.Numeric(),
                    "offset",
                    new JsonShape.Numeric(),
                    "orderBy",
                    new JsonShape.Items(
                            object(List.of("field", "order"), false, "field", text(), "order", text("asc", "desc"))),
                    "fullTextFilter",
                    object(List.of(), false, "term", text(), "fields", texts()),
                    "fields",
                    texts(),
                    "totalItems",
                    text("include", "exclude"),
                    "query",
                    anyObject()));

    public static final Operation GET_ENTITIES_BY_REFS = body(
            false,
            object(List.of("entityRefs"), false, "entityRefs", texts(), "fields", texts(), "query", anyObject()),
            Parameter.of("filter", LIST));

    public static final Operation GET_ENTITY_FACETS =
            query(Parameter.required("facet", LIST), Parameter.of("filter", LIST));

    public static final Operation QUERY_ENTITY_FACETS =
            body(true, object(List.of("facets"), false, "facets", texts(), "query", anyObject()));

    public static final Operation QUERY_LOCATIONS = body(
            false, object(List.of(), false, "cursor", text(), "limit", new JsonShape.Numeric(), "query", anyObject()));

    public static final Operation CREATE_LOCATION = body(
            true,
            object(List.of("target", "type"), false, "target", text(), "type", text()),
            Parameter.of("dryRun", TEXT),
            Parameter.oneOf("onConflict", "refresh", "reject"));

    public static final Operation UPDATE_LOCATION = body(true, LOCATION_INPUT);

    public static final Operation ANALYZE_LOCATION =
            body(true, object(List.of("location"), false, "catalogFileName", text(), "location", LOCATION_INPUT));

    public static final Operation REFRESH_ENTITY =
            body(true, object(List.of("entityRef"), true, "authorizationToken", text(), "entityRef", text()));

    public static final Operation VALIDATE_ENTITY =
            body(true, object(List.of("location", "entity"), false, "location", text(), "entity", anyObject()));

    private Operations() {}

    private static Operation query(Parameter... parameters) {
        return new Operation(List.of(parameters), Optional.empty(), false);
    }

    private static Operation body(boolean isRequired, JsonShape shape, Parameter... parameters) {
        return new Operation(List.of(parameters), Optional.of(shape), isRequired);
    }
}
