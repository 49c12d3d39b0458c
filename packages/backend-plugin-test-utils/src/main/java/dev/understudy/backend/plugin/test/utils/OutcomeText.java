// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.test.utils;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells what came of a case, so that one outcome can be compared with another. */
final class OutcomeText {
    private OutcomeText() {}

    /** What came of a case in the reference. */
    static String recorded(JsonNode row) {
        if (row.has("error")) {
            return row.get("error").asString();
        }
        var value = row.get("value");
        if (value.has("content")) {
            return text(value, "content") + " " + text(value, "etag") + " " + text(value, "lastModifiedAt");
        }
        return text(value, "etag")
                + value.get("files")
                        .valueStream()
                        .map(file -> "\n" + (file.has("url") ? text(file, "url") : text(file, "path")) + " "
                                + text(file, "content")
                                + (file.has("path") ? " " + text(file, "lastModifiedAt") : ""))
                        .collect(Collectors.joining());
    }

    private static String text(JsonNode value, String name) {
        return value.path(name).asString("null");
    }

    /** What came of a case that was played. */
    static String played(UrlReaderService reader, JsonNode row, String host) throws IOException, InterruptedException {
        var url = row.get("url").asString().replace("{host}", host);
        var options = options(row.path("options"));
        return switch (row.get("operation").asString()) {
            case "readUrl" -> {
                var file = reader.readUrl(url, options);
                yield new String(file.content(), UTF_8) + " " + file.etag().orElse("null") + " "
                        + time(file.lastModifiedAt().orElse(null));
            }
            case "readTree" -> {
                var some = UrlReaderTreeOptions.none();
                var tree =
                        reader.readTree(url, options.etag().map(some::withEtag).orElse(some));
                var result = new StringBuilder(tree.etag());
                tree.files()
                        .forEach(file -> result.append("\n" + file.path() + " " + new String(file.content(), UTF_8)
                                + " " + time(file.lastModifiedAt().orElse(null))));
                yield result.toString();
            }
            default -> {
                var found = reader.search(url, options);
                var result = new StringBuilder(found.etag());
                for (var file : found.files()) {
                    result.append("\n" + file.url().replace(host, "{host}") + " "
                            + new String(file.content().read(), UTF_8));
                }
                yield result.toString();
            }
        };
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "null" : time.toString().replaceFirst("(:\\d\\d)Z$", "$1.000Z");
    }

    private static UrlReaderOptions options(JsonNode options) {
        var result = UrlReaderOptions.none();
        if (options.has("etag")) {
            result = result.withEtag(options.get("etag").asString());
        }
        return options.has("lastModifiedAfter")
                ? result.withLastModifiedAfter(
                        Instant.parse(options.get("lastModifiedAfter").asString()))
                : result;
    }
}
