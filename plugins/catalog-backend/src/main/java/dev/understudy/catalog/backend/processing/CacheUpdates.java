// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is remembered about entities: replaced on success, and kept through a few failures. */
final class CacheUpdates {
    private static final int TTL = 5;

    private CacheUpdates() {}

    /** For items whose results are not written; otherwise the same statement writes both. */
    static void write(Sql sql, List<ProcessedItem> items) {
        var rows = new TextRows("entity_id", "cache");
        for (var item : items) {
            next(item).ifPresent(cache -> rows.add(item.item().id(), cache));
        }
        rows.update(sql, "refresh_state", "cache = d.cache", "t.entity_id = d.entity_id");
    }

    /** What to store; nothing if that is what is stored. */
    static Optional<String> next(ProcessedItem item) {
        var before = item.item().cache();
        return switch (item.result()) {
            case EntityProcessingResult.Completed(var _, var _, var _, var _, var cache) -> afterSuccess(before, cache);
            case EntityProcessingResult.Failed _ -> afterFailure(before);
        };
    }

    private static Optional<String> afterSuccess(JsonNode before, ObjectNode cache) {
        var state = JsonNodeFactory.instance.objectNode();
        state.set("cache", cache);
        var unchanged = Json.stableStringify(withoutTtl(before)).equals(Json.stableStringify(state));
        return unchanged
                ? Optional.empty()
                : Optional.of(Json.stringify(
                        JsonNodeFactory.instance.objectNode().put("ttl", TTL).setAll(state)));
    }

    private static ObjectNode withoutTtl(JsonNode state) {
        var result = copy(state);
        result.remove("ttl");
        return result;
    }

    private static Optional<String> afterFailure(JsonNode before) {
        var ttl = before.path("ttl");
        var next = ttl.isIntegralNumber() && ttl.asInt() > 0
                ? copy(before).put("ttl", ttl.asInt() - 1)
                : JsonNodeFactory.instance.objectNode();
        return next.equals(before) ? Optional.empty() : Optional.of(Json.stringify(next));
    }

    private static ObjectNode copy(JsonNode state) {
        var copy = JsonNodeFactory.instance.objectNode();
        return state instanceof ObjectNode object ? copy.setAll(object) : copy;
    }
}
