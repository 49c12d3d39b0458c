// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.NullNode;

/** The bodies that the reference answers with, their properties in its order. */
final class IncrementalAnswers {
    private static final DateTimeFormatter JAVASCRIPT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private IncrementalAnswers() {}

    /** The names and values of properties, in turn. */
    static HttpResponse answer(Object... properties) {
        return HttpResponse.json(ordered(properties));
    }

    static HttpResponse success(String message) {
        return answer("success", true, "message", message);
    }

    static HttpResponse failure(String message) {
        return answer("success", false, "message", message).withStatus(404);
    }

    static HttpResponse unknown(String provider) {
        var error = "Provider '" + provider + "' not found";
        return answer("success", false, "status", Map.of(), "last_error", error).withStatus(404);
    }

    static HttpResponse status(IngestionRecord ingestion) {
        var status = ordered("current_action", ingestion.status(), "next_action_at", text(ingestion.nextActionAt()));
        var error = ingestion.lastError().<Object>map(text -> text).orElseGet(NullNode::getInstance);
        return answer("success", true, "status", status, "last_error", error);
    }

    static Map<String, Object> mark(IngestionMark mark) {
        return ordered(
                "id",
                mark.id(),
                "ingestion_id",
                mark.ingestionId(),
                "cursor",
                mark.cursor().orElseGet(NullNode::getInstance),
                "sequence",
                mark.sequence(),
                "created_at",
                text(mark.createdAt()));
    }

    private static Map<String, Object> ordered(Object... entries) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < entries.length; index += 2) {
            map.put((String) entries[index], entries[index + 1]);
        }
        return map;
    }

    private static String text(Instant time) {
        return JAVASCRIPT.format(time);
    }
}
