// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what a schema says of types, of values themselves, and of other schemas that they follow. */
record ValueRules(SchemaNode node) {
    private static final String TYPES =
            Arrays.stream(JsonType.values()).map(JsonType::label).sorted().collect(Collectors.joining(", "));

    void addTo(JsonSchemaBuilder builder) {
        readNullable(builder);
        readValues(builder);
        readAlternatives(builder);
        readLimits(builder);
    }

    JsonType[] types() {
        var type = node.document().path("type");
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
                        node.invalid("/type", "must be equal to one of the allowed values, expected one of: " + TYPES));
    }

    private void readNullable(JsonSchemaBuilder builder) {
        if (node.has("nullable") && !node.has("type")) {
            throw node.invalid("/nullable", "\"nullable\" cannot be used without \"type\"");
        }
        if (node.flag("nullable")) {
            builder.nullable();
        }
    }

    private void readValues(JsonSchemaBuilder builder) {
        if (node.has("const")) {
            builder.add(RuleGroup.VALUES, ValueKeywords.constant(node.document().get("const")));
        }
        if (node.has("enum")) {
            builder.add(RuleGroup.VALUES, ValueKeywords.enumeration(node.array("enum")));
        }
        if (node.has("$ref")) {
            builder.addFirst(RuleGroup.VALUES, reference(node.text("$ref")));
        }
    }

    private Keyword reference(String reference) {
        return node.references()
                .resolve(reference, target -> JsonSchemaDocument.read(node.at(reference.substring(1), target)))
                .orElseThrow(() -> node.invalid("/$ref", "can't resolve reference " + reference));
    }

    private void readAlternatives(JsonSchemaBuilder builder) {
        if (node.has("not")) {
            builder.add(RuleGroup.ALTERNATIVES, Alternatives.not(node.schema("not")));
        }
        if (node.has("anyOf")) {
            builder.anyOf(node.schemas("anyOf"));
        }
        if (node.has("oneOf")) {
            builder.oneOf(node.schemas("oneOf"));
        }
        if (node.has("allOf")) {
            builder.allOf(node.schemas("allOf"));
        }
        readCondition(builder);
    }

    private void readCondition(JsonSchemaBuilder builder) {
        if (node.has("if") && !node.has("then") && !node.has("else")) {
            throw node.invalid("", "\"if\" without \"then\" and \"else\" is ignored");
        }
        for (var branch : List.of("then", "else")) {
            if (node.has(branch) && !node.has("if")) {
                throw node.invalid("", "\"" + branch + "\" without \"if\" is ignored");
            }
        }
        if (node.has("if")) {
            builder.add(
                    RuleGroup.ALTERNATIVES,
                    Alternatives.conditional(node.schema("if"), node.optional("then"), node.optional("else")));
        }
    }

    private void readLimits(JsonSchemaBuilder builder) {
        readBound(builder, "maximum", "<=", order -> order <= 0);
        readBound(builder, "minimum", ">=", order -> order >= 0);
        readBound(builder, "exclusiveMaximum", "<", order -> order < 0);
        readBound(builder, "exclusiveMinimum", ">", order -> order > 0);
        if (node.has("multipleOf")) {
            builder.add(RuleGroup.NUMBERS, ValueKeywords.multipleOf(node.positive("multipleOf")));
        }
        if (node.has("maxLength")) {
            builder.maxLength(node.size("maxLength"));
        }
        if (node.has("minLength")) {
            builder.minLength(node.size("minLength"));
        }
        if (node.has("pattern")) {
            var source = node.text("pattern");
            builder.pattern(source, node.pattern("pattern", source).asPredicate());
        }
        if (node.has("maxItems")) {
            builder.add(RuleGroup.COUNTS, ValueKeywords.maxItems(node.size("maxItems")));
        }
        if (node.has("minItems")) {
            builder.minItems(node.size("minItems"));
        }
        if (node.has("maxProperties")) {
            builder.add(RuleGroup.SIZES, ValueKeywords.maxProperties(node.size("maxProperties")));
        }
        if (node.has("minProperties")) {
            builder.add(RuleGroup.SIZES, ValueKeywords.minProperties(node.size("minProperties")));
        }
    }

    private void readBound(JsonSchemaBuilder builder, String keyword, String comparison, IntPredicate passes) {
        var limit = node.document().get(keyword);
        if (limit == null) {
            return;
        }
        if (!limit.isNumber()) {
            throw node.invalid("/" + keyword, "must be number");
        }
        builder.add(RuleGroup.NUMBERS, ValueKeywords.number(keyword, comparison, limit, passes));
    }
}
