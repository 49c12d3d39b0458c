// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.ArrayList;
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
    private final List<Keyword> values = new ArrayList<>();
    private final List<Keyword> alternatives = new ArrayList<>();
    private final List<Keyword> numbers = new ArrayList<>();
    private final List<Keyword> sizes = new ArrayList<>();
    private final List<Keyword> lengths = new ArrayList<>();
    private final List<Keyword> patterns = new ArrayList<>();
    private final List<Keyword> counts = new ArrayList<>();
    private final List<Keyword> items = new ArrayList<>();
    private final List<Keyword> names = new ArrayList<>();
    private final List<Keyword> dependencies = new ArrayList<>();
    private final List<PatternProperty> patternProperties = new ArrayList<>();
    private final Map<String, JsonSchema> properties = new LinkedHashMap<>();
    private List<String> required = List.of();
    private @Nullable JsonSchema additional;
    private boolean closed;
    private boolean isNullable;

    JsonSchemaBuilder(List<JsonType> types) {
        this.types = types;
    }

    /** The value is this string. */
    public JsonSchemaBuilder constant(String expected) {
        values.add(ValueKeywords.constant(expected));
        return this;
    }

    /** The value is one of these strings. */
    public JsonSchemaBuilder enumeration(String... allowed) {
        values.add(ValueKeywords.enumeration(List.of(allowed)));
        return this;
    }

    /** A rule about the value itself, whatever its type. */
    JsonSchemaBuilder value(Keyword rule) {
        values.add(rule);
        return this;
    }

    /** A rule that comes before those about the value itself. */
    JsonSchemaBuilder reference(Keyword rule) {
        values.addFirst(rule);
        return this;
    }

    /** A rule about the items of an array. */
    JsonSchemaBuilder item(Keyword rule) {
        items.add(rule);
        return this;
    }

    /** A rule about the names of an object's fields. */
    JsonSchemaBuilder names(Keyword rule) {
        names.add(rule);
        return this;
    }

    /** A rule about fields that need others. */
    JsonSchemaBuilder dependency(Keyword rule) {
        dependencies.add(rule);
        return this;
    }

    /** The value may be null, too, which messages do not tell. */
    JsonSchemaBuilder nullable() {
        isNullable = true;
        return this;
    }

    /** A rule that combines schemas. */
    JsonSchemaBuilder alternative(Keyword rule) {
        alternatives.add(rule);
        return this;
    }

    /** A rule about numbers. */
    JsonSchemaBuilder number(Keyword rule) {
        numbers.add(rule);
        return this;
    }

    /** A rule about the size of an array. */
    JsonSchemaBuilder count(Keyword rule) {
        counts.add(rule);
        return this;
    }

    /** A rule about the size of an object. */
    JsonSchemaBuilder size(Keyword rule) {
        sizes.add(rule);
        return this;
    }

    /** The value follows every one of these schemas. */
    public JsonSchemaBuilder allOf(JsonSchema... schemas) {
        alternatives.add(Alternatives.allOf(List.of(schemas)));
        return this;
    }

    /** The value follows at least one of these schemas. */
    public JsonSchemaBuilder anyOf(JsonSchema... schemas) {
        alternatives.add(Alternatives.anyOf(List.of(schemas)));
        return this;
    }

    /** The value follows exactly one of these schemas. */
    public JsonSchemaBuilder oneOf(JsonSchema... schemas) {
        alternatives.add(Alternatives.oneOf(List.of(schemas)));
        return this;
    }

    /** A string has at least this many code points. */
    public JsonSchemaBuilder minLength(int limit) {
        lengths.add(ValueKeywords.minLength(limit));
        return this;
    }

    /** A string has at most this many code points. */
    public JsonSchemaBuilder maxLength(int limit) {
        lengths.addFirst(ValueKeywords.maxLength(limit));
        return this;
    }

    /** A string passes the test; {@code source} is the regular expression that messages show for it. */
    public JsonSchemaBuilder pattern(String source, Predicate<String> test) {
        patterns.add(ValueKeywords.pattern(source, test));
        return this;
    }

    /** An array has at least this many items. */
    public JsonSchemaBuilder minItems(int limit) {
        counts.add(ValueKeywords.minItems(limit));
        return this;
    }

    /** Every item of an array follows the schema. */
    public JsonSchemaBuilder items(JsonSchema schema) {
        items.add(ObjectKeywords.items(schema));
        return this;
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
                List.copyOf(numbers),
                JsonType.STRING,
                join(lengths, patterns),
                JsonType.ARRAY,
                join(counts, items),
                JsonType.OBJECT,
                fields());
        var onlyType = types.size() == 1 && !isNullable ? types.getFirst() : null;
        var typeIsCheckedByGroup =
                onlyType != null && !groups.getOrDefault(onlyType, List.of()).isEmpty();
        var keywords = new ArrayList<Keyword>();
        if (!types.isEmpty() && !typeIsCheckedByGroup) {
            keywords.add(typeCheck());
        }
        keywords.addAll(values);
        keywords.addAll(alternatives);
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
        var rules = new ArrayList<>(sizes);
        if (!required.isEmpty()) {
            rules.add(ObjectKeywords.required(required));
        }
        var known = new KnownFields(Set.copyOf(properties.keySet()), List.copyOf(patternProperties));
        rules.addAll(names);
        if (closed) {
            rules.add(ObjectKeywords.onlyKnown(known));
        }
        if (additional != null) {
            rules.add(ObjectKeywords.additional(known, additional));
        }
        rules.addAll(dependencies);
        if (!properties.isEmpty()) {
            rules.add(ObjectKeywords.properties(new LinkedHashMap<>(properties)));
        }
        patternProperties.forEach(pattern -> rules.add(ObjectKeywords.patternProperty(pattern)));
        return rules;
    }

    private static List<Keyword> join(List<Keyword> first, List<Keyword> second) {
        var joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
