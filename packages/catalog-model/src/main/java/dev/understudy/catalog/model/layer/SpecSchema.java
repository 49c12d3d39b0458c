// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the schema document of a kind whose spec has texts and lists of texts. The order of fields is that of errors. */
final class SpecSchema {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode().put("type", "object");
    private final ObjectNode fields;

    private SpecSchema(String... required) {
        document.putArray("required").add("spec");
        var spec = document.putObject("properties").putObject("spec").put("type", "object");
        var names = spec.putArray("required");
        for (var name : required) {
            names.add(name);
        }
        fields = spec.putObject("properties");
    }

    static SpecSchema requiring(String... required) {
        return new SpecSchema(required);
    }

    SpecSchema texts(String... names) {
        putTexts(fields, names);
        return this;
    }

    SpecSchema lists(String... names) {
        for (var name : names) {
            fields.putObject(name).put("type", "array").set("items", text(fields));
        }
        return this;
    }

    SpecSchema choice(String name, String... values) {
        var allowed = fields.putObject(name).put("type", "string").putArray("enum");
        for (var value : values) {
            allowed.add(value);
        }
        return this;
    }

    SpecSchema constant(String name, String value) {
        fields.putObject(name).put("const", value);
        return this;
    }

    SpecSchema limitedText(String name, int maxLength) {
        fields.set(name, text(fields).put("maxLength", maxLength));
        return this;
    }

    /** An object of texts, all of which may be missing. */
    SpecSchema object(String name, String... texts) {
        putTexts(fields.putObject(name).put("type", "object").putObject("properties"), texts);
        return this;
    }

    /** A list of at least one object of texts, none of which may be missing. */
    SpecSchema objects(String name, String... texts) {
        var items = fields.putObject(name)
                .put("type", "array")
                .put("minItems", 1)
                .putObject("items")
                .put("type", "object");
        var required = items.putArray("required");
        for (var text : texts) {
            required.add(text);
        }
        putTexts(items.putObject("properties"), texts);
        return this;
    }

    ObjectNode document() {
        return document;
    }

    private static void putTexts(ObjectNode fields, String... names) {
        for (var name : names) {
            fields.set(name, text(fields));
        }
    }

    private static ObjectNode text(ObjectNode factory) {
        return factory.objectNode().put("type", "string").put("minLength", 1);
    }
}
