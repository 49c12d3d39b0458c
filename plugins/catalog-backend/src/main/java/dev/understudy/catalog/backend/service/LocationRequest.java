// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.query.FilterPredicate;
import dev.understudy.catalog.backend.query.JsonText;
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.SchemaException;
import dev.understudy.types.schema.SchemaRules;
import dev.understudy.types.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A question about locations, and the place reached in its answers. Backstage counterpart: {@code parseLocationQuery}. */
record LocationRequest(long limit, Optional<String> afterId, Optional<JsonNode> query) {
    private static final long DEFAULT_LIMIT = 1_000;
    private static final Schema CURSOR = cursorSchema();

    private static Schema cursorSchema() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("limit", SchemaRules.atLeast(1, SchemaRules.integer(Schemas.number())));
        shape.put("afterId", Schemas.optional(Schemas.string()));
        shape.put("query", Schemas.optional(FilterPredicate.schema()));
        return Schemas.object(shape);
    }

    static LocationRequest read(JsonNode body) {
        if (body.has("cursor")) {
            return decode(body.get("cursor").stringValue());
        }
        var limit = body.path("limit").asDouble(DEFAULT_LIMIT);
        if (limit % 1 != 0 || limit < 1) {
            throw new InputException("Limit must be a positive integer >= 1");
        }
        var query = body.has("query")
                ? Optional.of(RequestFilters.predicate(body.get("query"), "Invalid query: "))
                : Optional.<JsonNode>empty();
        return new LocationRequest(Pagination.bounded(limit), Optional.empty(), query);
    }

    private static LocationRequest decode(String encoded) {
        if (encoded.isEmpty()) {
            throw new InputException("Cursor cannot be empty");
        }
        try {
            var json = FilterPredicate.requireShallow(JsonText.parseBase64(encoded));
            var cursor = CURSOR.parse(json);
            var query = Optional.of(cursor.path("query")).filter(predicate -> !predicate.isMissingNode());
            if (query.isPresent() && !query.get().isObject()) {
                throw new InputException("Query must be an object");
            }
            var afterId = Optional.of(cursor.path("afterId"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue);
            return new LocationRequest(Pagination.bounded(cursor.get("limit").doubleValue()), afterId, query);
        } catch (JsonText.SyntaxException malformed) {
            throw new InputException("Malformed cursor, unknown encoding");
        } catch (SchemaException unfit) {
            throw new InputException("Malformed cursor: " + unfit.summary());
        }
    }

    /** The cursor of the page behind this one. */
    String cursorAfter(String id) {
        var cursor = Json.mapper().createObjectNode().put("limit", limit).put("afterId", id);
        query.ifPresent(predicate -> cursor.set("query", predicate));
        return Base64.getEncoder().encodeToString(Json.stringify(cursor).getBytes(StandardCharsets.UTF_8));
    }
}
