// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.schema.JsonSchemaDocument;
import dev.understudy.errors.InputException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON Schema document of a kind may speak of: fields of its own, in plain words. */
final class KindSchemaDocument {
    private static final List<String> RESERVED_FIELDS = List.of("kind", "apiVersion", "metadata", "$ref");
    private static final List<String> STRUCTURE =
            List.of("allOf", "oneOf", "anyOf", "if", "else", "then", "not", "$ref");

    private KindSchemaDocument() {}

    /** A schema in the old form, an entity and something more, becomes the something more. */
    static ObjectNode reduced(ObjectNode schema) {
        var parts = schema.path("allOf");
        if (parts.size() != 2
                || !parts.path(0).path("$ref").asString("").equals("Entity")
                || !parts.path(1).path("type").asString("").equals("object")
                || !(parts.path(1) instanceof ObjectNode own)
                || !(own.path("properties") instanceof ObjectNode fields)) {
            return schema;
        }
        var reduced = schema.objectNode().setAll(schema);
        reduced.remove("allOf");
        reduced.setAll(own);
        reduced.set("properties", fields.deepCopy().without(List.of("apiVersion", "kind")));
        return reduced;
    }

    /** Throws {@link InputException} when a schema is malformed or speaks of what is not its own. */
    static void check(ObjectNode schema) {
        JsonSchemaDocument.requireWellFormed(schema);
        if (schema.has("type") && !schema.get("type").asString("").equals("object")) {
            throw new InputException("Schema root type must be \"object\"");
        }
        rejectStructure(schema, "Schema must not use \"%s\" keyword in the root");
        if (!(schema.get("properties") instanceof ObjectNode fields)) {
            throw new InputException("Schema must have a \"properties\" field that is an object");
        }
        for (var field : RESERVED_FIELDS) {
            if (fields.has(field)) {
                throw new InputException("Schema must not try to declare the reserved root field \"" + field + "\"");
            }
        }
        fields.forEachEntry(KindSchemaDocument::checkField);
    }

    private static void checkField(String name, JsonNode schema) {
        if (!schema.isObject()) {
            throw new InputException("Schema for root field \"" + name + "\" must be an object");
        }
        rejectStructure(schema, "Schema for root field \"" + name + "\" must not use \"%s\" keyword");
    }

    private static void rejectStructure(JsonNode schema, String message) {
        for (var keyword : STRUCTURE) {
            if (schema.has(keyword)) {
                throw new InputException(message.replace("%s", keyword));
            }
        }
    }
}
