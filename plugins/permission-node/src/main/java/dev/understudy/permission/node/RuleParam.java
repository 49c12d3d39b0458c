// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One parameter of a rule; a blank description is not shown. */
record RuleParam(Type type, String description, boolean required) {
    enum Type {
        STRING("string", Schemas.string()),
        NUMBER("number", Schemas.number()),
        BOOLEAN("boolean", Schemas.bool()),
        STRINGS("array", Schemas.array(Schemas.string()));

        private final String text;
        private final Schema schema;

        Type(String text, Schema schema) {
            this.text = text;
            this.schema = schema;
        }
    }

    Schema schema() {
        return required ? type.schema : Schemas.optional(type.schema);
    }

    ObjectNode toJsonSchema() {
        var json = JsonNodeFactory.instance.objectNode().put("type", type.text);
        if (type == Type.STRINGS) {
            json.putObject("items").put("type", Type.STRING.text);
        }
        return description.isBlank() ? json : json.put("description", description);
    }
}
