// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.errors.InputException;
import dev.understudy.types.JavaScriptNumber;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Turns a predicate that fits {@link FilterPredicate#schema} into a filter. */
public final class PredicateReader {
    private PredicateReader() {}

    /**
     * @throws InputException when the predicate asks for what entities cannot be filtered by
     */
    public static EntityFilter read(JsonNode predicate) {
        if (!predicate.isObject()) {
            throw new InputException("Invalid filter predicate: top-level primitive values are not supported. "
                    + "Wrap the value in a field expression, e.g. { \"kind\": "
                    + Json.stringify(predicate) + " }");
        }
        if (predicate.has("$not")) {
            return new EntityFilter.Not(read(predicate.get("$not")));
        }
        if (predicate.has("$all")) {
            return new EntityFilter.All(readEach(predicate.get("$all")));
        }
        if (predicate.has("$any")) {
            return new EntityFilter.Any(readEach(predicate.get("$any")));
        }
        var fields = new ArrayList<EntityFilter>();
        for (var field : predicate.properties()) {
            fields.add(field(lower(field.getKey()), field.getValue()));
        }
        return fields.size() == 1 ? fields.getFirst() : new EntityFilter.All(fields);
    }

    private static List<EntityFilter> readEach(JsonNode predicates) {
        return predicates.valueStream().map(PredicateReader::read).toList();
    }

    private static EntityFilter field(String key, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return new EntityFilter.OneOf(key, List.of(text(value)));
        }
        if (value.has("$exists")) {
            var exists = new EntityFilter.Exists(key);
            return value.get("$exists").booleanValue() ? exists : new EntityFilter.Not(exists);
        }
        if (value.has("$in")) {
            return new EntityFilter.OneOf(
                    key,
                    value.get("$in").valueStream().map(PredicateReader::text).toList());
        }
        if (value.has("$hasPrefix")) {
            return new EntityFilter.Prefix(key, text(value.get("$hasPrefix")));
        }
        if (value.has("$contains")) {
            return contains(key, value.get("$contains"));
        }
        throw new InputException(
                "Invalid filter predicate value for field \"" + key + "\": expected a primitive value, "
                        + "$exists, $in, $hasPrefix, or $contains operator, but got "
                        + Json.stringify(value));
    }

    private static EntityFilter contains(String key, JsonNode target) {
        if (!target.isObject()) {
            return new EntityFilter.OneOf(key, List.of(text(target)));
        }
        if (key.equals("relations")) {
            return RelationReader.read(target);
        }
        throw new InputException("Object form of $contains is not supported for field \"" + key + "\"");
    }

    /** A primitive as the search index holds it. */
    private static String text(JsonNode primitive) {
        return lower(primitive.isNumber() ? JavaScriptNumber.format(primitive.doubleValue()) : primitive.asString());
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
