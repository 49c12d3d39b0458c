// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client.test.utils;

import dev.understudy.catalog.model.Entity;
import dev.understudy.types.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an entity can be found by: the values at each dotted path, in lower case. */
final class EntityFacts {
    private static final Set<String> SPECIAL_KEYS =
            Set.of("attachments", "relations", "status", "metadata.namespace", "metadata.etag");

    private final Map<String, Set<String>> valuesByKey = new LinkedHashMap<>();

    private EntityFacts() {}

    static EntityFacts of(Entity entity) {
        var facts = new EntityFacts();
        facts.visit("", entity.json());
        facts.add("metadata.namespace", entity.namespace());
        for (var relation : entity.json().path("relations")) {
            facts.add(
                    "relations." + relation.path("type").asString(""),
                    relation.path("targetRef").asString(""));
        }
        return facts;
    }

    boolean has(String key) {
        return valuesByKey.containsKey(lower(key));
    }

    List<String> values(String key) {
        return originalValues(key).stream().map(EntityFacts::lower).toList();
    }

    Set<String> originalValues(String key) {
        return valuesByKey.getOrDefault(lower(key), Set.of());
    }

    private void visit(String path, JsonNode node) {
        if (SPECIAL_KEYS.contains(path)) {
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT -> node.forEachEntry((name, value) -> visit(path.isEmpty() ? name : path + "." + name, value));
            case ARRAY -> node.forEach(item -> visitItem(path, item));
            case STRING -> add(path, node.stringValue());
            case NULL -> valuesByKey.computeIfAbsent(lower(path), _ -> new LinkedHashSet<>());
            default -> add(path, Json.stringify(node));
        }
    }

    private void visitItem(String path, JsonNode item) {
        visit(path, item);
        if (item.isString()) {
            add(path + "." + item.stringValue(), "true");
        }
    }

    private void add(String key, String value) {
        valuesByKey.computeIfAbsent(lower(key), _ -> new LinkedHashSet<>()).add(value);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
