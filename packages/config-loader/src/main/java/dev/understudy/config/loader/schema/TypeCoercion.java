// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.types.JavaScriptNumber;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Turns scalars into the types that schemas ask for, where the reference's validator would. */
final class TypeCoercion {
    private TypeCoercion() {}

    static JsonNode coerce(Subschemas schemas) {
        var value = schemas.value();
        return switch (value.getNodeType()) {
            case OBJECT -> {
                var object = JsonNodeFactory.instance.objectNode();
                value.propertyNames().forEach(name -> object.set(name, coerce(schemas.property(name))));
                yield object;
            }
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (int index = 0; index < value.size(); index++) {
                    array.add(coerce(schemas.item(index)));
                }
                yield array;
            }
            default -> scalar(value, types(schemas));
        };
    }

    private static List<String> types(Subschemas schemas) {
        return schemas.stream()
                .map(schema -> schema.node().path("type"))
                .flatMap(type -> type.isArray() ? type.valueStream() : Stream.of(type))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static JsonNode scalar(JsonNode value, List<String> types) {
        if (types.stream().anyMatch(type -> matches(value, type))) {
            return value;
        }
        return types.stream()
                .flatMap(type -> converted(value, type).stream())
                .findFirst()
                .orElse(value);
    }

    private static boolean matches(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static Optional<JsonNode> converted(JsonNode value, String type) {
        return switch (type) {
            case "string" -> text(value).map(StringNode::valueOf);
            case "number" -> number(value).map(Json::number);
            case "integer" ->
                number(value).filter(number -> number == Math.rint(number)).map(Json::number);
            case "boolean" -> bool(value).map(BooleanNode::valueOf);
            case "null" -> isNothing(value) ? Optional.of(NullNode.getInstance()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> Optional.of(JavaScriptNumber.format(value.doubleValue()));
            case BOOLEAN -> Optional.of(String.valueOf(value.booleanValue()));
            case NULL -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static Optional<Double> number(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> Optional.of(value.booleanValue() ? 1.0 : 0.0);
            case NULL -> Optional.of(0.0);
            case STRING ->
                value.stringValue().isEmpty()
                        ? Optional.empty()
                        : Optional.of(JavaScriptNumber.parse(value.stringValue()))
                                .filter(number -> !number.isNaN());
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> bool(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> Optional.of(false);
            case NUMBER -> bool(JavaScriptNumber.format(value.doubleValue()), "1", "0");
            case STRING -> bool(value.stringValue(), "true", "false");
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> bool(String text, String yes, String no) {
        return text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty();
    }

    private static boolean isNothing(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue().isEmpty();
            case NUMBER -> value.doubleValue() == 0;
            case BOOLEAN -> !value.booleanValue();
            default -> false;
        };
    }
}
