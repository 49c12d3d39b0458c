// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.test.utils;

import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells of a request what matters, so that one can be compared with another. */
final class RequestText {
    private RequestText() {}

    /** A request that the reference sent. */
    static String recorded(JsonNode request) {
        var headers = request.get("headers").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asString()));
        var body = request.has("body") ? request.get("body").toString() : "";
        return of(request.get("url").asString(), headers, body);
    }

    static String of(String url, Map<String, String> headers, String body) {
        var parts = url.split("\\?", 2);
        var query = parts.length < 2
                ? ""
                : List.of(parts[1].split("&")).stream()
                        .filter(pair -> !pair.startsWith("x-id="))
                        .sorted()
                        .collect(Collectors.joining("&"));
        var about = List.of("if-none-match", "if-modified-since", "x-amz-target").stream()
                .filter(headers::containsKey)
                .map(name -> " " + name + "=" + headers.get(name))
                .collect(Collectors.joining());
        return parts[0] + (query.isEmpty() ? "" : "?" + query) + about + (body.isEmpty() ? "" : " " + sorted(body));
    }

    private static String sorted(String json) {
        return Json.parse(json).properties().stream()
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
