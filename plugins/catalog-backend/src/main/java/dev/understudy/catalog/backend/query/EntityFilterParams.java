// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.errors.InputException;
import dev.understudy.types.JavaScriptText;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code filter} parameters such as {@code kind=component,spec.type=service}: each is a conjunction, and one of
 * them must hold. Backstage counterpart: {@code parseEntityFilterParams}.
 */
public final class EntityFilterParams {
    private EntityFilterParams() {}

    /**
     * The predicate that the parameters stand for; empty when they do not limit anything.
     *
     * @throws InputException when a statement has no key
     */
    public static Optional<JsonNode> parse(List<String> filters) {
        var alternatives = new ArrayList<JsonNode>();
        for (var filter : filters) {
            var conditions = conditions(filter);
            if (!conditions.isEmpty()) {
                alternatives.add(conditions.size() == 1 ? conditions.getFirst() : operator("$all", conditions));
            }
        }
        return switch (alternatives.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(alternatives.getFirst());
            default -> Optional.of(operator("$any", alternatives));
        };
    }

    private static List<JsonNode> conditions(String filter) {
        Map<String, @Nullable List<String>> valuesByKey = new LinkedHashMap<>();
        for (var part : filter.split(",", -1)) {
            var statement = JavaScriptText.trim(part);
            if (!statement.isEmpty()) {
                addStatement(statement, valuesByKey);
            }
        }
        return valuesByKey.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void addStatement(String statement, Map<String, @Nullable List<String>> valuesByKey) {
        var equals = statement.indexOf('=');
        var key = equals < 0 ? statement : JavaScriptText.trim(statement.substring(0, equals));
        if (key.isEmpty()) {
            throw new InputException("Invalid filter, '" + statement
                    + "' is not a valid statement (expected a string on the form a=b or a= or a)");
        }
        var values = valuesByKey.get(key);
        if (equals >= 0) {
            values = values == null ? new ArrayList<>() : values;
            values.add(JavaScriptText.trim(statement.substring(equals + 1)));
        }
        valuesByKey.put(key, values);
    }

    static JsonNode condition(String key, @Nullable List<String> values) {
        var condition = Json.mapper().createObjectNode();
        if (values == null) {
            condition.putObject(key).put("$exists", true);
        } else if (values.size() == 1) {
            condition.put(key, values.getFirst());
        } else {
            values.forEach(condition.putObject(key).putArray("$in")::add);
        }
        return condition;
    }

    static JsonNode operator(String name, List<JsonNode> operands) {
        var node = Json.mapper().createObjectNode();
        node.putArray(name).addAll(operands);
        return node;
    }
}
