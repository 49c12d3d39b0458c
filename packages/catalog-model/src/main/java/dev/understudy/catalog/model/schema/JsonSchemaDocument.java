// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import dev.understudy.errors.InputException;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON Schema documents, draft 7. What it does not know it refuses: keywords of others, formats, which the reference does
 * not know either, and references to anything but places in the same document.
 */
public final class JsonSchemaDocument {
    private JsonSchemaDocument() {}

    /**
     * The schema that a document states.
     *
     * @throws InputException when the document is malformed, or says what cannot be evaluated
     */
    public static JsonSchema read(JsonNode document) {
        return read(document, SchemaReferences.in(document));
    }

    /**
     * Reads a document wherever its references lead.
     *
     * @throws InputException when the document is malformed
     */
    public static void requireWellFormed(JsonNode document) {
        read(document, SchemaReferences.ignoredIn(document));
    }

    private static JsonSchema read(JsonNode document, SchemaReferences references) {
        if (!document.isObject()) {
            throw new InputException("Invalid JSON schema: must be an object");
        }
        return read(new SchemaNode(document, "", references));
    }

    static JsonSchema read(SchemaNode node) {
        var document = node.document();
        if (document.isBoolean()) {
            return document.booleanValue() ? JsonSchema.builder().build() : nothing();
        }
        if (!document.isObject()) {
            throw node.invalid("", "must be object,boolean");
        }
        for (var name : document.propertyNames()) {
            if (!KnownKeywords.contain(name)) {
                throw node.invalid("", "the keyword \"" + name + "\" is not supported");
            }
        }
        var values = new ValueRules(node);
        var builder = JsonSchema.builder(values.types());
        values.addTo(builder);
        new ContainerRules(node).addTo(builder);
        return builder.build();
    }

    private static JsonSchema nothing() {
        return JsonSchema.builder()
                .add(
                        RuleGroup.VALUES,
                        (_, evaluation) -> evaluation.report("false schema", "boolean schema is false", ""))
                .build();
    }
}
