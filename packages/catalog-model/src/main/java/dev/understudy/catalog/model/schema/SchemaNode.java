// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import dev.understudy.errors.InputException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One schema in a document, and what stands under its keywords.
 *
 * @param path where it is, as a JSON pointer
 */
record SchemaNode(JsonNode document, String path, SchemaReferences references) {
    boolean has(String keyword) {
        return document.has(keyword);
    }

    /** The schema of another place in the document. */
    SchemaNode at(String otherPath, JsonNode other) {
        return new SchemaNode(other, otherPath, references);
    }

    JsonSchema schema(String keyword) {
        return JsonSchemaDocument.read(new SchemaNode(document.get(keyword), path + "/" + keyword, references));
    }

    JsonSchema schema(String keyword, String name) {
        return JsonSchemaDocument.read(new SchemaNode(
                document.get(keyword).get(name),
                path + "/" + keyword + "/" + name.replace("~", "~0").replace("/", "~1"),
                references));
    }

    JsonSchema[] schemas(String keyword) {
        var parts = array(keyword);
        var schemas = new JsonSchema[parts.size()];
        for (var index = 0; index < schemas.length; index++) {
            schemas[index] = JsonSchemaDocument.read(
                    new SchemaNode(parts.get(index), path + "/" + keyword + "/" + index, references));
        }
        return schemas;
    }

    Optional<JsonSchema> optional(String keyword) {
        return document.has(keyword) ? Optional.of(schema(keyword)) : Optional.empty();
    }

    JsonNode array(String keyword) {
        var value = document.get(keyword);
        if (!value.isArray()) {
            throw invalid("/" + keyword, "must be array");
        }
        return value;
    }

    JsonNode object(String keyword) {
        var value = document.get(keyword);
        if (value == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!value.isObject()) {
            throw invalid("/" + keyword, "must be object");
        }
        return value;
    }

    boolean flag(String keyword) {
        var value = document.path(keyword);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw invalid("/" + keyword, "must be boolean");
        }
        return value.asBoolean(false);
    }

    JsonNode positive(String keyword) {
        var value = document.get(keyword);
        if (!value.isNumber()) {
            throw invalid("/" + keyword, "must be number");
        }
        if (value.doubleValue() <= 0) {
            throw invalid("/" + keyword, "must be > 0");
        }
        return value;
    }

    int size(String keyword) {
        var value = document.get(keyword);
        if (!JsonType.INTEGER.matches(value) || !value.canConvertToInt()) {
            throw invalid("/" + keyword, "must be integer");
        }
        if (value.intValue() < 0) {
            throw invalid("/" + keyword, "must be >= 0");
        }
        return value.intValue();
    }

    String text(String keyword) {
        var value = document.get(keyword);
        if (!value.isString()) {
            throw invalid("/" + keyword, "must be string");
        }
        return value.stringValue();
    }

    Pattern pattern(String keyword, String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException failure) {
            throw new InputException(
                    "Invalid JSON schema, error at path " + path + "/" + keyword + ": must match format \"regex\"",
                    failure);
        }
    }

    InputException invalid(String below, String message) {
        return new InputException(
                String.format(Locale.ROOT, "Invalid JSON schema, error at path %s%s: %s", path, below, message));
    }
}
