// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import static java.util.stream.Collectors.joining;

import com.networknt.schema.Error;
import dev.understudy.types.JavaScriptNumber;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The reference's words for what is wrong. */
final class SchemaMessages {
    private SchemaMessages() {}

    /** The message and the parameters in braces, without the path. */
    static String describe(Error error) {
        var limit = text(error.getSchemaNode());
        return switch (error.getKeyword()) {
            case "type" -> "must be %1$s { type=%1$s }".formatted(limit);
            case "enum" -> "must be equal to one of the allowed values { allowedValues=" + limit + " }";
            case "const" -> "must be equal to constant { allowedValue=" + limit + " }";
            case "required" ->
                "must have required property '%1$s' { missingProperty=%1$s }".formatted(error.getProperty());
            case "additionalProperties" ->
                "must NOT have additional properties { additionalProperty=" + error.getProperty() + " }";
            case "minimum" -> comparison(">=", limit);
            case "maximum" -> comparison("<=", limit);
            case "exclusiveMinimum" -> comparison(">", limit);
            case "exclusiveMaximum" -> comparison("<", limit);
            case "multipleOf" -> "must be multiple of %1$s { multipleOf=%1$s }".formatted(limit);
            case "pattern" -> "must match pattern \"%1$s\" { pattern=%1$s }".formatted(limit);
            case "minLength" -> count("fewer", limit, "characters");
            case "maxLength" -> count("more", limit, "characters");
            case "minItems" -> count("fewer", limit, "items");
            case "maxItems" -> count("more", limit, "items");
            case "minProperties" -> count("fewer", limit, "properties");
            case "maxProperties" -> count("more", limit, "properties");
            case "not" -> "must NOT be valid {  }";
            case "oneOf" -> oneOf(passingSchemas(error));
            default -> error.getMessage() + " {  }";
        };
    }

    static String anyOf() {
        return "must match a schema in anyOf {  }";
    }

    static String oneOf(String passing) {
        return "must match exactly one schema in oneOf { passingSchemas=" + passing + " }";
    }

    private static String passingSchemas(Error error) {
        return Stream.of(error.getArguments())
                .skip(1)
                .map(String::valueOf)
                .collect(joining(","))
                .replace(" ", "");
    }

    private static String comparison(String operator, String limit) {
        return "must be %1$s %2$s { comparison=%1$s limit=%2$s }".formatted(operator, limit);
    }

    private static String count(String relation, String limit, String what) {
        return "must NOT have %s than %s %s { limit=%2$s }".formatted(relation, limit, what);
    }

    private static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> value.valueStream().map(SchemaMessages::text).collect(joining(","));
            case STRING -> value.stringValue();
            case NUMBER -> JavaScriptNumber.format(value.doubleValue());
            case OBJECT -> "[object Object]";
            case NULL, BOOLEAN, MISSING, BINARY, POJO -> value.toString();
        };
    }
}
