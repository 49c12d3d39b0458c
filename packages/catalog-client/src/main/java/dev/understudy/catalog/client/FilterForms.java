// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.client.EntityFilterQuery.Condition;
import dev.understudy.catalog.client.EntityFilterQuery.Exists;
import dev.understudy.catalog.client.EntityFilterQuery.OneOf;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A filter in the forms that it is sent in: texts in a URL, and a predicate in a body. */
final class FilterForms {
    private FilterForms() {}

    /** The values of the parameter {@code filter}. */
    static List<String> parameters(EntityFilterQuery filter) {
        return filter.alternatives().stream()
                .map(FilterForms::parameter)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String parameter(Map<String, Condition> alternative) {
        return alternative.entrySet().stream()
                .flatMap(entry -> switch (entry.getValue()) {
                    case Exists() -> Stream.of(entry.getKey());
                    case OneOf(var values) -> values.stream().map(value -> entry.getKey() + "=" + value);
                })
                .collect(Collectors.joining(","));
    }

    /**
     * A predicate and a filter as one predicate; empty when there is neither.
     *
     * @throws InputException when the predicate is no object
     */
    static Optional<JsonNode> predicate(Optional<JsonNode> query, EntityFilterQuery filter) {
        if (query.isPresent() && !query.get().isObject()) {
            throw new InputException("Query must be an object");
        }
        if (filter.isEmpty()) {
            return query;
        }
        var converted = predicate(filter);
        return Optional.of(query.isPresent() ? operator("$all", Stream.of(query.get(), converted)) : converted);
    }

    private static JsonNode predicate(EntityFilterQuery filter) {
        var alternatives =
                filter.alternatives().stream().map(FilterForms::conjunction).toList();
        return alternatives.size() == 1 ? alternatives.getFirst() : operator("$any", alternatives.stream());
    }

    private static JsonNode conjunction(Map<String, Condition> alternative) {
        var parts = alternative.entrySet().stream()
                .flatMap(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : operator("$all", parts.stream());
    }

    private static Stream<JsonNode> condition(String key, Condition condition) {
        var json = Json.mapper().createObjectNode();
        return switch (condition) {
            case Exists() -> {
                json.putObject(key).put("$exists", true);
                yield Stream.of(json);
            }
            case OneOf(var values) when values.isEmpty() -> Stream.empty();
            case OneOf(var values) when values.size() == 1 -> Stream.of(json.put(key, values.getFirst()));
            case OneOf(var values) -> {
                values.forEach(json.putObject(key).putArray("$in")::add);
                yield Stream.of(json);
            }
        };
    }

    private static ObjectNode operator(String name, Stream<JsonNode> operands) {
        var json = Json.mapper().createObjectNode();
        json.putArray(name).addAll(operands.toList());
        return json;
    }
}
