// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static java.util.stream.Collectors.joining;

import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a connection or of a way to log in. */
record Fields(List<Field> fields, List<FieldRule> rules) {
    static Fields of(Field... fields) {
        return new Fields(List.of(fields), List.of());
    }

    /** The fields' values, without what else there is. */
    ObjectNode read(JsonNode object) {
        return read(object, List.of());
    }

    /** The fields' values; nothing else may be there but what is allowed. */
    ObjectNode readStrictly(JsonNode object, Set<String> allowed) {
        var unknown = object.propertyNames().stream()
                .filter(name -> !allowed.contains(name)
                        && fields.stream().noneMatch(field -> field.name().equals(name)))
                .map(Json::quoted)
                .toList();
        return read(object, unknown);
    }

    private ObjectNode read(JsonNode object, List<String> unknown) {
        var issues = new ArrayList<FieldIssue>();
        if (!unknown.isEmpty()) {
            issues.add(FieldIssue.ofAll((unknown.size() == 1 ? "Unrecognized key: " : "Unrecognized keys: ")
                    + unknown.stream().collect(joining(", "))));
        }
        var mistyped = fields.stream().flatMap(field -> field.issues(object)).toList();
        issues.addAll(mistyped);
        if (mistyped.isEmpty()) {
            rules.stream()
                    .filter(rule -> rule.broken().test(object))
                    .map(rule -> FieldIssue.ofAll(rule.message()))
                    .forEach(issues::add);
        }
        if (!issues.isEmpty()) {
            throw new InputException(FieldIssue.describe(issues));
        }
        return known(object);
    }

    private ObjectNode known(JsonNode object) {
        var known = Json.mapper().createObjectNode();
        fields.stream()
                .filter(field -> object.has(field.name()))
                .forEach(field -> known.set(field.name(), object.get(field.name())));
        return known;
    }
}
