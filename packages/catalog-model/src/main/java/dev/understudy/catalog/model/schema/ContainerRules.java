// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.Arrays;
import java.util.List;

/** Reads what a schema says of the fields of objects and the items of arrays. */
record ContainerRules(SchemaNode node) {
    void addTo(JsonSchemaBuilder builder) {
        readItems(builder);
        readDependencies(builder);
        if (node.has("propertyNames")) {
            builder.add(RuleGroup.NAMES, ObjectKeywords.propertyNames(node.schema("propertyNames")));
        }
        if (node.has("required")) {
            builder.required(node.array("required")
                    .valueStream()
                    .map(name -> name.asString(""))
                    .toArray(String[]::new));
        }
        node.object("properties")
                .propertyNames()
                .forEach(name -> builder.property(name, node.schema("properties", name)));
        node.object("patternProperties")
                .propertyNames()
                .forEach(name -> builder.patternProperty(
                        node.pattern("patternProperties", name).asPredicate(), node.schema("patternProperties", name)));
        var additional = node.document().path("additionalProperties");
        if (additional.isBoolean() && !additional.booleanValue()) {
            builder.noAdditionalProperties();
        } else if (additional.isObject()) {
            builder.additionalProperties(node.schema("additionalProperties"));
        } else if (!additional.isMissingNode() && !additional.isBoolean()) {
            throw node.invalid("/additionalProperties", "must be object,boolean");
        }
    }

    private void readItems(JsonSchemaBuilder builder) {
        var isTuple = node.document().path("items").isArray();
        if (node.has("additionalItems") && !isTuple) {
            throw node.invalid("", "\"additionalItems\" is ignored when \"items\" is not an array of schemas");
        }
        if (isTuple) {
            readTuple(builder);
        } else if (node.has("items")) {
            builder.items(node.schema("items"));
        }
        if (node.has("contains")) {
            builder.add(RuleGroup.ITEMS, ArrayKeywords.contains(node.schema("contains")));
        }
        if (node.flag("uniqueItems")) {
            builder.add(RuleGroup.ITEMS, unique());
        }
    }

    private void readTuple(JsonSchemaBuilder builder) {
        var schemas = List.of(node.schemas("items"));
        if (schemas.isEmpty()) {
            throw node.invalid("/items", "must NOT have fewer than 1 items");
        }
        var beyond = node.document().path("additionalItems");
        if (beyond.isBoolean() && !beyond.booleanValue()) {
            builder.add(RuleGroup.ITEMS, ArrayKeywords.noItemsBeyond(schemas.size()));
        } else if (beyond.isObject()) {
            builder.add(RuleGroup.ITEMS, ArrayKeywords.itemsBeyond(schemas.size(), node.schema("additionalItems")));
        }
        builder.add(RuleGroup.ITEMS, ArrayKeywords.tuple(schemas));
    }

    /** Items that have one of some plain types are compared in another way, which shows in the message. */
    private Keyword unique() {
        var types = node.has("items") && node.document().get("items").isObject()
                ? new ValueRules(node.at(node.path() + "/items", node.document().get("items"))).types()
                : new JsonType[0];
        var isPlain = types.length > 0
                && Arrays.stream(types).noneMatch(type -> type == JsonType.OBJECT || type == JsonType.ARRAY);
        return isPlain ? ArrayKeywords.unique(List.of(types)) : ArrayKeywords.unique();
    }

    private void readDependencies(JsonSchemaBuilder builder) {
        var dependencies = node.object("dependencies");
        for (var name : dependencies.propertyNames()) {
            var others = dependencies.get(name);
            if (others.isArray()) {
                builder.add(
                        RuleGroup.DEPENDENCIES,
                        ObjectKeywords.dependency(
                                name,
                                others.valueStream()
                                        .map(other -> other.asString(""))
                                        .toList()));
            }
        }
        for (var name : dependencies.propertyNames()) {
            if (!dependencies.get(name).isArray()) {
                builder.add(RuleGroup.DEPENDENCIES, ObjectKeywords.dependency(name, node.schema("dependencies", name)));
            }
        }
    }
}
