// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import static dev.understudy.types.schema.SchemaRules.above;
import static dev.understudy.types.schema.SchemaRules.atLeast;
import static dev.understudy.types.schema.SchemaRules.integer;
import static dev.understudy.types.schema.SchemaRules.length;
import static dev.understudy.types.schema.Schemas.array;
import static dev.understudy.types.schema.Schemas.enumeration;
import static dev.understudy.types.schema.Schemas.number;
import static dev.understudy.types.schema.Schemas.object;
import static dev.understudy.types.schema.Schemas.optional;
import static dev.understudy.types.schema.Schemas.preprocess;
import static dev.understudy.types.schema.Schemas.string;
import static dev.understudy.types.schema.Schemas.union;

import dev.understudy.catalog.backend.query.FilterPredicate;
import dev.understudy.types.JavaScriptNumber;
import dev.understudy.types.JavaScriptText;
import dev.understudy.types.Json;
import dev.understudy.types.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What JSON Schema cannot say of the input of actions. */
final class ActionInputs {
    private ActionInputs() {}

    /** The checks of an action; empty where its JSON Schema says it all. */
    static Optional<Schema> of(String action) {
        return switch (action) {
            case "query-catalog-entities" -> Optional.of(query());
            case "refresh-catalog-entity" -> Optional.of(refresh());
            default -> Optional.empty();
        };
    }

    private static Schema query() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("query", optional(FilterPredicate.schema()));
        shape.put("fields", optional(array(string())));
        shape.put("limit", optional(preprocess(ActionInputs::textAsNumber, above(0, integer(number())))));
        shape.put("offset", optional(preprocess(ActionInputs::textAsNumber, atLeast(0, integer(number())))));
        shape.put("orderFields", optional(union(order(), array(order()))));
        shape.put("fullTextFilter", optional(fullText()));
        shape.put("cursor", optional(string()));
        return object(shape);
    }

    /** Models like to send numbers as text. */
    private static JsonNode textAsNumber(JsonNode value) {
        if (!value.isString() || JavaScriptText.trim(value.stringValue()).isEmpty()) {
            return value;
        }
        var number = JavaScriptNumber.parse(value.stringValue());
        return Double.isFinite(number) ? Json.number(number) : value;
    }

    private static Schema order() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("field", string());
        shape.put("order", enumeration("asc", "desc"));
        return object(shape);
    }

    private static Schema fullText() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("term", string());
        shape.put("fields", optional(array(string())));
        return object(shape);
    }

    private static Schema refresh() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("kind", optional(nonEmptyString()));
        shape.put("namespace", optional(nonEmptyString()));
        shape.put("name", preprocess(ActionInputs::trimmed, nonEmptyString()));
        return object(shape);
    }

    private static JsonNode trimmed(JsonNode value) {
        return value.isString() ? StringNode.valueOf(JavaScriptText.trim(value.stringValue())) : value;
    }

    private static Schema nonEmptyString() {
        return length(OptionalInt.of(1), OptionalInt.empty(), string());
    }
}
