// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.SchemaRules;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Makes of a JSON schema what its author would have written with zod 3: clients of Backstage read zod's issues. Keywords
 * that zod does not have are passed over.
 */
record ZodSchemas(JsonNode root) {
    static Schema of(JsonNode json) {
        return new ZodSchemas(json).schema(json);
    }

    private Schema schema(JsonNode json) {
        if (json.has("$ref")) {
            var target = JsonPointer.compile(json.path("$ref").asString("#").substring(1));
            return Schemas.lazy(() -> schema(root.at(target)));
        }
        if (json.has("anyOf")) {
            return union(json.path("anyOf").valueStream().map(this::schema).toList());
        }
        if (json.has("const")) {
            return Schemas.literal(json.path("const"));
        }
        if (json.has("enum")) {
            return Schemas.enumeration(json.path("enum").valueStream().toList());
        }
        return json.path("type").isArray()
                ? anyType(json)
                : type(json.path("type").asString(""), json);
    }

    private Schema anyType(JsonNode json) {
        var types = json.path("type").valueStream().map(JsonNode::stringValue).toList();
        var others = types.stream().filter(type -> !type.equals("null")).toList();
        var schema = others.size() == 1
                ? type(others.getFirst(), json)
                : union(others.stream()
                        .map(type -> type(type, MissingNode.getInstance()))
                        .toList());
        return types.contains("null") ? Schemas.nullable(schema) : schema;
    }

    private static Schema union(List<Schema> options) {
        return Schemas.union(options.toArray(Schema[]::new));
    }

    private Schema type(String type, JsonNode json) {
        return switch (type) {
            case "string" -> string(json);
            case "number" -> number(json, Schemas.number());
            case "integer" -> number(json, SchemaRules.integer(Schemas.number()));
            case "boolean" -> Schemas.bool();
            case "null" -> Schemas.nullValue();
            case "array" -> array(json);
            case "object" -> object(json);
            default -> Schemas.unknown();
        };
    }

    private static Schema string(JsonNode json) {
        var schema = SchemaRules.length(size(json, "minLength"), size(json, "maxLength"), Schemas.string());
        if (json.path("pattern").isString()) {
            schema = SchemaRules.pattern(Pattern.compile(json.path("pattern").stringValue()), schema);
        }
        return json.path("format").asString("").equals("uri") ? SchemaRules.url(schema) : schema;
    }

    private static Schema number(JsonNode json, Schema number) {
        var schema = limited(json, "minimum", number, SchemaRules::atLeast);
        schema = limited(json, "exclusiveMinimum", schema, SchemaRules::above);
        schema = limited(json, "maximum", schema, SchemaRules::atMost);
        schema = limited(json, "exclusiveMaximum", schema, SchemaRules::below);
        return limited(json, "multipleOf", schema, SchemaRules::multipleOf);
    }

    private static Schema limited(
            JsonNode json, String keyword, Schema schema, BiFunction<Number, Schema, Schema> rule) {
        var limit = json.path(keyword);
        return limit.isNumber() ? rule.apply(limit.numberValue(), schema) : schema;
    }

    private Schema array(JsonNode json) {
        return Schemas.array(size(json, "minItems"), size(json, "maxItems"), schema(json.path("items")));
    }

    private Schema object(JsonNode json) {
        if (!json.has("properties") && json.path("additionalProperties").isObject()) {
            return Schemas.record(Schemas.unknown(), schema(json.path("additionalProperties")));
        }
        var required = json.path("required").valueStream().toList();
        var shape = new LinkedHashMap<String, Schema>();
        json.path("properties").forEachEntry((name, property) -> {
            var isRequired =
                    required.stream().anyMatch(other -> other.asString("").equals(name));
            shape.put(name, isRequired ? schema(property) : Schemas.optional(schema(property)));
        });
        return Schemas.object(shape);
    }

    private static OptionalInt size(JsonNode json, String keyword) {
        return json.path(keyword).isNumber() ? OptionalInt.of(json.path(keyword).asInt()) : OptionalInt.empty();
    }
}
