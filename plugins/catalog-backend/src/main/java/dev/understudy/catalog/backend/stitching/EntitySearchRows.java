// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Flattens an entity into facts to search for. Backstage counterpart: {@code buildEntitySearch}. */
public final class EntitySearchRows {
    private static final Set<String> SPECIAL_KEYS = Set.of(
            "attachments",
            "relations",
            "status",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "metadata.etag");
    private static final int MAX_LENGTH = 200;
    // the reference stands this in for null where it compares rows, and drops rows that have it
    private static final String NULL_SENTINEL = "\u0001";

    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> listItems = new HashSet<>();

    private record Fact(String key, @Nullable String value) {}

    private EntitySearchRows() {}

    /**
     * The facts of a final entity.
     *
     * @throws InputException if two keys differ in nothing but case
     */
    public static List<SearchRow> of(Entity entity) {
        var rows = new EntitySearchRows();
        rows.visit("", entity.json());
        rows.addIdentity(entity);
        entity.json()
                .path("relations")
                .forEach(relation -> rows.facts.add(new Fact(
                        "relations." + relation.path("type").asString(""),
                        relation.path("targetRef").asString(""))));
        rows.rejectKeysOfDifferentCase();
        return rows.rows();
    }

    private void visit(String path, JsonNode node) {
        if (SPECIAL_KEYS.contains(path)) {
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT -> node.forEachEntry((name, value) -> visit(path.isEmpty() ? name : path + "." + name, value));
            case ARRAY -> visitItems(path, node);
            case STRING -> facts.add(new Fact(path, node.stringValue()));
            case NULL -> facts.add(new Fact(path, null));
            default -> facts.add(new Fact(path, Json.stringify(node)));
        }
    }

    private void visitItems(String path, JsonNode array) {
        for (var item : array) {
            visit(path, item);
            if (item.isString()) {
                var key = path + "." + item.stringValue();
                if (listItems.add(key.toLowerCase(Locale.ROOT))) {
                    facts.add(new Fact(key, "true"));
                }
            }
        }
    }

    private void addIdentity(Entity entity) {
        var metadata = entity.metadata();
        facts.add(new Fact("metadata.name", text(metadata.path("name"))));
        var namespace = text(metadata.path("namespace"));
        facts.add(new Fact("metadata.namespace", namespace));
        facts.add(new Fact("metadata.uid", text(metadata.path("uid"))));
        if (namespace == null || namespace.isEmpty()) {
            facts.add(new Fact("metadata.namespace", Entity.DEFAULT_NAMESPACE));
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private void rejectKeysOfDifferentCase() {
        var keys = facts.stream().map(Fact::key).collect(Collectors.toCollection(LinkedHashSet::new));
        var lowerKeys = new HashSet<String>();
        var duplicates = keys.stream()
                .map(key -> key.toLowerCase(Locale.ROOT))
                .filter(key -> !lowerKeys.add(key))
                .toList();
        if (!duplicates.isEmpty()) {
            throw new InputException(
                    "Entity has duplicate keys that vary only in casing, '" + String.join("', '", duplicates) + "'");
        }
    }

    private List<SearchRow> rows() {
        var rows = new LinkedHashMap<String, SearchRow>();
        for (var fact : facts) {
            var key = fact.key().toLowerCase(Locale.ROOT);
            if (key.length() <= MAX_LENGTH) {
                var row = row(key, fact.value());
                rows.putIfAbsent(key + '\0' + (row.value() == null ? NULL_SENTINEL : row.value()), row);
            }
        }
        return List.copyOf(rows.values());
    }

    private static SearchRow row(String key, @Nullable String original) {
        var value = original == null ? null : original.toLowerCase(Locale.ROOT);
        return value == null || value.length() > MAX_LENGTH
                ? new SearchRow(key, null, null)
                : new SearchRow(key, value, original);
    }
}
