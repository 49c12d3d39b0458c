// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import dev.understudy.errors.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON Schema documents, draft 7, as far as {@link JsonSchema} goes; what it does not know it refuses. References
 * ({@code $ref}), conditions ({@code if}), formats and tuples are among that.
 */
public final class JsonSchemaDocument {
    private static final Set<String> ANNOTATIONS = Set.of(
            "$schema",
            "$id",
            "$comment",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "contentMediaType",
            "contentEncoding");
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "const",
            "enum",
            "not",
            "anyOf",
            "oneOf",
            "allOf",
            "maximum",
            "minimum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "items",
            "maxProperties",
            "minProperties",
            "required",
            "properties",
            "patternProperties",
            "additionalProperties");
    private static final String TYPES =
            Arrays.stream(JsonType.values()).map(JsonType::label).sorted().collect(Collectors.joining(", "));

    private final JsonNode document;
    private final String path;

    private JsonSchemaDocument(JsonNode document, String path) {
        this.document = document;
        this.path = path;
    }

    /**
     * The schema that a document states.
     *
     * @throws InputException when the document is malformed, or says what cannot be evaluated
     */
    public static JsonSchema read(JsonNode document) {
        if (!document.isObject()) {
            throw new InputException("Invalid JSON schema: must be an object");
        }
        return new JsonSchemaDocument(document, "").read();
    }

    private JsonSchema read() {
        if (document.isBoolean()) {
            return document.booleanValue() ? JsonSchema.builder().build() : nothing();
        }
        if (!document.isObject()) {
            throw invalid("", "must be object,boolean");
        }
        for (var name : document.propertyNames()) {
            if (!KEYWORDS.contains(name) && !ANNOTATIONS.contains(name)) {
                throw invalid("", "the keyword \"" + name + "\" is not supported");
            }
        }
        var builder = JsonSchema.builder(types());
        readValues(builder);
        readAlternatives(builder);
        readLimits(builder);
        readFields(builder);
        return builder.build();
    }

    private static JsonSchema nothing() {
        return JsonSchema.builder()
                .value((_, evaluation) -> evaluation.report("false schema", "boolean schema is false", ""))
                .build();
    }

    private JsonType[] types() {
        var type = document.path("type");
        if (type.isMissingNode()) {
            return new JsonType[0];
        }
        return (type.isArray() ? type : JsonNodeFactory.instance.arrayNode().add(type))
                .valueStream()
                .map(this::type)
                .toArray(JsonType[]::new);
    }

    private JsonType type(JsonNode name) {
        return Arrays.stream(JsonType.values())
                .filter(type -> name.isString() && type.label().equals(name.stringValue()))
                .findFirst()
                .orElseThrow(() ->
                        invalid("/type", "must be equal to one of the allowed values, expected one of: " + TYPES));
    }

    private void readValues(JsonSchemaBuilder builder) {
        if (document.has("const")) {
            builder.value(ValueKeywords.constant(document.get("const")));
        }
        if (document.has("enum")) {
            builder.value(ValueKeywords.enumeration(array("enum")));
        }
    }

    private void readAlternatives(JsonSchemaBuilder builder) {
        if (document.has("not")) {
            builder.alternative(Alternatives.not(schema("not")));
        }
        if (document.has("anyOf")) {
            builder.anyOf(schemas("anyOf"));
        }
        if (document.has("oneOf")) {
            builder.oneOf(schemas("oneOf"));
        }
        if (document.has("allOf")) {
            builder.allOf(schemas("allOf"));
        }
    }

    private void readLimits(JsonSchemaBuilder builder) {
        readBound(builder, "maximum", "<=", order -> order <= 0);
        readBound(builder, "minimum", ">=", order -> order >= 0);
        readBound(builder, "exclusiveMaximum", "<", order -> order < 0);
        readBound(builder, "exclusiveMinimum", ">", order -> order > 0);
        if (document.has("maxLength")) {
            builder.maxLength(size("maxLength"));
        }
        if (document.has("minLength")) {
            builder.minLength(size("minLength"));
        }
        if (document.has("pattern")) {
            var source = text("pattern");
            builder.pattern(source, pattern("pattern", source).asPredicate());
        }
        if (document.has("maxItems")) {
            builder.count(ValueKeywords.maxItems(size("maxItems")));
        }
        if (document.has("minItems")) {
            builder.minItems(size("minItems"));
        }
        if (document.has("maxProperties")) {
            builder.size(ValueKeywords.maxProperties(size("maxProperties")));
        }
        if (document.has("minProperties")) {
            builder.size(ValueKeywords.minProperties(size("minProperties")));
        }
    }

    private void readBound(JsonSchemaBuilder builder, String keyword, String comparison, IntPredicate passes) {
        var limit = document.get(keyword);
        if (limit == null) {
            return;
        }
        if (!limit.isNumber()) {
            throw invalid("/" + keyword, "must be number");
        }
        builder.number(ValueKeywords.number(keyword, comparison, limit, passes));
    }

    private void readFields(JsonSchemaBuilder builder) {
        if (document.has("items")) {
            builder.items(schema("items"));
        }
        if (document.has("required")) {
            builder.required(array("required")
                    .valueStream()
                    .map(name -> name.asString(""))
                    .toArray(String[]::new));
        }
        object("properties").propertyNames().forEach(name -> builder.property(name, schema("properties", name)));
        object("patternProperties")
                .propertyNames()
                .forEach(name -> builder.patternProperty(
                        pattern("patternProperties", name).asPredicate(), schema("patternProperties", name)));
        var additional = document.path("additionalProperties");
        if (additional.isBoolean() && !additional.booleanValue()) {
            builder.noAdditionalProperties();
        } else if (additional.isObject()) {
            builder.additionalProperties(schema("additionalProperties"));
        } else if (!additional.isMissingNode() && !additional.isBoolean()) {
            throw invalid("/additionalProperties", "must be object,boolean");
        }
    }

    private JsonSchema schema(String keyword) {
        return new JsonSchemaDocument(document.get(keyword), path + "/" + keyword).read();
    }

    private JsonSchema schema(String keyword, String name) {
        return new JsonSchemaDocument(
                        document.get(keyword).get(name),
                        path + "/" + keyword + "/" + name.replace("~", "~0").replace("/", "~1"))
                .read();
    }

    private JsonSchema[] schemas(String keyword) {
        var parts = array(keyword);
        var schemas = new JsonSchema[parts.size()];
        for (var index = 0; index < schemas.length; index++) {
            schemas[index] = new JsonSchemaDocument(parts.get(index), path + "/" + keyword + "/" + index).read();
        }
        return schemas;
    }

    private JsonNode array(String keyword) {
        var value = document.get(keyword);
        if (!value.isArray()) {
            throw invalid("/" + keyword, "must be array");
        }
        return value;
    }

    private JsonNode object(String keyword) {
        var value = document.get(keyword);
        if (value == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!value.isObject()) {
            throw invalid("/" + keyword, "must be object");
        }
        return value;
    }

    private int size(String keyword) {
        var value = document.get(keyword);
        if (!JsonType.INTEGER.matches(value) || !value.canConvertToInt()) {
            throw invalid("/" + keyword, "must be integer");
        }
        if (value.intValue() < 0) {
            throw invalid("/" + keyword, "must be >= 0");
        }
        return value.intValue();
    }

    private String text(String keyword) {
        var value = document.get(keyword);
        if (!value.isString()) {
            throw invalid("/" + keyword, "must be string");
        }
        return value.stringValue();
    }

    private Pattern pattern(String keyword, String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException failure) {
            throw new InputException(
                    "Invalid JSON schema, error at path " + path + "/" + keyword + ": must match format \"regex\"",
                    failure);
        }
    }

    private InputException invalid(String below, String message) {
        return new InputException(
                String.format(Locale.ROOT, "Invalid JSON schema, error at path %s%s: %s", path, below, message));
    }
}
