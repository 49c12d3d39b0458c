// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link JsonSchema}. Keywords are evaluated in the reference's order whatever order they are given in; only
 * {@code property} and {@code patternProperty} are evaluated in the order given. Not safe for use from several threads.
 */
public final class JsonSchemaBuilder {
    private final List<JsonType> types;
    private final Map<RuleGroup, List<Keyword>> rules = new EnumMap<>(RuleGroup.class);
    private final List<PatternProperty> patternProperties = new ArrayList<>();
    private final Map<String, JsonSchema> properties = new LinkedHashMap<>();
    private List<String> required = List.of();
    private @Nullable JsonSchema additional;
    private boolean closed;
    private boolean isNullable;

    JsonSchemaBuilder(List<JsonType> types) {
        this.types = types;
    }

    /** One more rule, after those of its group. */
    JsonSchemaBuilder add(RuleGroup group, Keyword rule) {
        group(group).add(rule);
        return this;
    }

    /** One more rule, before those of its group. */
    JsonSchemaBuilder addFirst(RuleGroup group, Keyword rule) {
        group(group).addFirst(rule);
        return this;
    }

    private List<Keyword> group(RuleGroup group) {
        return rules.computeIfAbsent(group, _ -> new ArrayList<>());
    }

    /** The value is this string. */
    public JsonSchemaBuilder constant(String expected) {
        return add(RuleGroup.VALUES, ValueKeywords.constant(expected));
    }

    /** The value is one of these strings. */
    public JsonSchemaBuilder enumeration(String... allowed) {
        return add(RuleGroup.VALUES, ValueKeywords.enumeration(List.of(allowed)));
    }

    /** The value may be null, too, which messages do not tell. */
    JsonSchemaBuilder nullable() {
        isNullable = true;
        return this;
    }

    /** The value follows every one of these schemas. */
    public JsonSchemaBuilder allOf(JsonSchema... schemas) {
        return add(RuleGroup.ALTERNATIVES, Alternatives.allOf(List.of(schemas)));
    }

    /** The value follows at least one of these schemas. */
    public JsonSchemaBuilder anyOf(JsonSchema... schemas) {
        return add(RuleGroup.ALTERNATIVES, Alternatives.anyOf(List.of(schemas)));
    }

    /** The value follows exactly one of these schemas. */
    public JsonSchemaBuilder oneOf(JsonSchema... schemas) {
        return add(RuleGroup.ALTERNATIVES, Alternatives.oneOf(List.of(schemas)));
    }

    /** A string has at least this many code points. */
    public JsonSchemaBuilder minLength(int limit) {
        return add(RuleGroup.LENGTHS, ValueKeywords.minLength(limit));
    }

    /** A string has at most this many code points. */
    public JsonSchemaBuilder maxLength(int limit) {
        return addFirst(RuleGroup.LENGTHS, ValueKeywords.maxLength(limit));
    }

    /** A string passes the test; {@code source} is the regular expression that messages show for it. */
    public JsonSchemaBuilder pattern(String source, Predicate<String> test) {
        return add(RuleGroup.PATTERNS, ValueKeywords.pattern(source, test));
    }

    /** An array has at least this many items. */
    public JsonSchemaBuilder minItems(int limit) {
        return add(RuleGroup.COUNTS, ValueKeywords.minItems(limit));
    }

    /** Every item of an array follows the schema. */
    public JsonSchemaBuilder items(JsonSchema schema) {
        return add(RuleGroup.ITEMS, ObjectKeywords.items(schema));
    }

    /** An object has these fields. */
    public JsonSchemaBuilder required(String... names) {
        required = List.of(names);
        return this;
    }

    /** The field, if there, follows the schema. */
    public JsonSchemaBuilder property(String name, JsonSchema schema) {
        properties.put(name, schema);
        return this;
    }

    /** Every field whose name passes the test follows the schema. */
    public JsonSchemaBuilder patternProperty(Predicate<String> test, JsonSchema schema) {
        patternProperties.add(new PatternProperty(test, schema));
        return this;
    }

    /** An object has no fields but those named by the properties. */
    public JsonSchemaBuilder noAdditionalProperties() {
        closed = true;
        return this;
    }

    /** Every field not named by the properties follows the schema. */
    public JsonSchemaBuilder additionalProperties(JsonSchema schema) {
        additional = schema;
        return this;
    }

    /** The finished schema. */
    public JsonSchema build() {
        var groups = Map.of(
                JsonType.NUMBER,
                List.copyOf(group(RuleGroup.NUMBERS)),
                JsonType.STRING,
                join(RuleGroup.LENGTHS, RuleGroup.PATTERNS),
                JsonType.ARRAY,
                join(RuleGroup.COUNTS, RuleGroup.ITEMS),
                JsonType.OBJECT,
                fields());
        var onlyType = types.size() == 1 && !isNullable ? types.getFirst() : null;
        var typeIsCheckedByGroup =
                onlyType != null && !groups.getOrDefault(onlyType, List.of()).isEmpty();
        var keywords = new ArrayList<Keyword>();
        if (!types.isEmpty() && !typeIsCheckedByGroup) {
            keywords.add(typeCheck());
        }
        keywords.addAll(group(RuleGroup.VALUES));
        keywords.addAll(group(RuleGroup.ALTERNATIVES));
        for (var type : List.of(JsonType.NUMBER, JsonType.STRING, JsonType.ARRAY, JsonType.OBJECT)) {
            addGroup(keywords, type, groups.getOrDefault(type, List.of()), onlyType);
        }
        return new JsonSchema(keywords);
    }

    private TypeCheck typeCheck() {
        if (!isNullable) {
            return new TypeCheck(types);
        }
        var withNull = new ArrayList<>(types);
        withNull.add(JsonType.NULL);
        return new TypeCheck(List.copyOf(withNull), new TypeCheck(types).label());
    }

    private static void addGroup(
            List<Keyword> keywords, JsonType type, List<Keyword> rules, @Nullable JsonType onlyType) {
        if (!rules.isEmpty()) {
            keywords.add(new TypedGroup(type, rules, type == onlyType));
        }
    }

    private List<Keyword> fields() {
        var fields = new ArrayList<>(group(RuleGroup.SIZES));
        if (!required.isEmpty()) {
            fields.add(ObjectKeywords.required(required));
        }
        var known = new KnownFields(Set.copyOf(properties.keySet()), List.copyOf(patternProperties));
        fields.addAll(group(RuleGroup.NAMES));
        if (closed) {
            fields.add(ObjectKeywords.onlyKnown(known));
        }
        if (additional != null) {
            fields.add(ObjectKeywords.additional(known, additional));
        }
        fields.addAll(group(RuleGroup.DEPENDENCIES));
        if (!properties.isEmpty()) {
            fields.add(ObjectKeywords.properties(new LinkedHashMap<>(properties)));
        }
        patternProperties.forEach(pattern -> fields.add(ObjectKeywords.patternProperty(pattern)));
        return fields;
    }

    private List<Keyword> join(RuleGroup first, RuleGroup second) {
        var joined = new ArrayList<>(group(first));
        joined.addAll(group(second));
        return joined;
    }
}
