// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON schemas as zod writes them, so that refusals read as zod's. Whoever uses other keywords gets the words of a library
 * that knows them all.
 */
final class PlainSchema {
    private static final Set<String> ANNOTATIONS = Set.of("$schema", "description", "title");

    private PlainSchema() {}

    /** The schema; empty when there is a keyword in it that is not known here. */
    static Optional<Schema> of(JsonNode json) {
        try {
            return Optional.of(read(json));
        } catch (UnknownKeywordException unknown) {
            return Optional.empty();
        }
    }

    private static Schema read(JsonNode json) {
        if (json.has("anyOf")) {
            requireOnly(json, "anyOf");
            return Schemas.union(
                    json.path("anyOf").valueStream().map(PlainSchema::read).toArray(Schema[]::new));
        }
        return switch (json.path("type").asString("")) {
            case "" -> {
                requireOnly(json);
                yield Schemas.unknown();
            }
            case "string" -> string(json);
            case "number" -> number(json, Schemas.number());
            case "integer" -> number(json, Schemas.integer());
            case "boolean" -> {
                requireOnly(json, "type");
                yield Schemas.bool();
            }
            case "array" -> {
                requireOnly(json, "type", "items");
                yield Schemas.array(read(json.path("items")));
            }
            case "object" -> object(json);
            default -> throw new UnknownKeywordException();
        };
    }

    private static Schema string(JsonNode json) {
        requireOnly(json, "type", "enum", "const", "minLength", "format");
        if (json.size() - annotations(json) > 2) {
            throw new UnknownKeywordException();
        }
        if (json.has("enum")) {
            return Schemas.enumeration(
                    json.path("enum").valueStream().map(JsonNode::stringValue).toArray(String[]::new));
        }
        if (json.has("const")) {
            return Schemas.literal(json.path("const").stringValue());
        }
        if (json.has("format") && !json.path("format").asString("").equals("uri")) {
            throw new UnknownKeywordException();
        }
        return json.has("format")
                ? Schemas.url()
                : json.has("minLength") ? Schemas.string(json.path("minLength").intValue()) : Schemas.string();
    }

    private static Schema number(JsonNode json, Schema number) {
        requireOnly(json, "type", "minimum", "exclusiveMinimum");
        var checked = json.has("minimum") ? Schemas.atLeast(json.path("minimum").longValue(), number) : number;
        return json.has("exclusiveMinimum")
                ? Schemas.above(json.path("exclusiveMinimum").longValue(), checked)
                : checked;
    }

    private static Schema object(JsonNode json) {
        requireOnly(json, "type", "properties", "required", "additionalProperties");
        var others = json.path("additionalProperties");
        if (!json.has("properties") && others.isObject()) {
            return Schemas.record(Schemas.string(), read(others));
        }
        var required =
                json.path("required").valueStream().map(JsonNode::stringValue).toList();
        var shape = new LinkedHashMap<String, Schema>();
        json.path("properties").forEachEntry((name, property) -> {
            var schema = read(property);
            shape.put(name, required.contains(name) ? schema : Schemas.optional(schema));
        });
        if (others.isObject() && !others.isEmpty()) {
            throw new UnknownKeywordException();
        }
        return others.isBoolean() && !others.booleanValue() ? Schemas.object(shape) : Schemas.openObject(shape);
    }

    private static void requireOnly(JsonNode json, String... keywords) {
        var known = Set.of(keywords);
        if (!json.isObject()
                || !json.propertyNames().stream()
                        .allMatch(name -> known.contains(name) || ANNOTATIONS.contains(name))) {
            throw new UnknownKeywordException();
        }
    }

    private static int annotations(JsonNode json) {
        return (int)
                Stream.of("$schema", "description", "title").filter(json::has).count();
    }

    private static final class UnknownKeywordException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownKeywordException() {
            super(null, null, false, false);
        }
    }
}
