// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One parameter of a rule; a blank description is not shown. */
record RuleParam(Type type, String description, boolean required) {
    enum Type {
        STRING("string"),
        NUMBER("number"),
        BOOLEAN("boolean"),
        STRINGS("array");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        private Schema schema() {
            return switch (this) {
                case STRING -> Schemas.string();
                case NUMBER -> Schemas.number();
                case BOOLEAN -> Schemas.bool();
                case STRINGS -> Schemas.array(Schemas.string());
            };
        }
    }

    Schema schema() {
        return required ? type.schema() : Schemas.optional(type.schema());
    }

    ObjectNode toJsonSchema() {
        var json = JsonNodeFactory.instance.objectNode().put("type", type.text);
        if (type == Type.STRINGS) {
            json.putObject("items").put("type", Type.STRING.text);
        }
        return description.isBlank() ? json : json.put("description", description);
    }
}
