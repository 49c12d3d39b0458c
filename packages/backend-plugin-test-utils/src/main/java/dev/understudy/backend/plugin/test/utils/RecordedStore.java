// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.test.utils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Plays a store over real HTTP: gives the answers of a case that {@code conformance/integration/stores.cjs} recorded, and
 * tells what was asked and what came of it in the recording's own words.
 */
public final class RecordedStore implements AutoCloseable {
    private final HttpServer server;
    private final Queue<JsonNode> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();

    private RecordedStore(HttpServer server) {
        this.server = server;
    }

    public static RecordedStore start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var store = new RecordedStore(server);
        server.createContext("/", store::answer);
        server.start();
        return store;
    }

    public static JsonNode read(Class<?> test, String file) {
        try (var in = requireNonNull(test.getResourceAsStream(file), file)) {
            return Json.parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public String url() {
        return "http://" + host();
    }

    /** The headers of the last request, by their names in lower case. */
    public Map<String, String> lastHeaders() {
        return headers.getLast();
    }

    /** Requests as text: path and query without what names the client's library, headers that are about the file, body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the reference asked, as {@link #requests()} tells it. */
    public static List<String> requestsOf(JsonNode row) {
        return row.get("requests")
                .valueStream()
                .map(request -> {
                    var about = request.get("headers").properties().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    header -> header.getValue().asString()));
                    return request(
                            request.get("url").asString(),
                            about,
                            request.has("body") ? request.get("body").toString() : "");
                })
                .toList();
    }

    private static String request(String url, Map<String, String> headers, String body) {
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

    /** Plays a case. */
    public String play(UrlReaderService reader, JsonNode row) {
        answers.clear();
        requests.clear();
        answers.addAll(row.path("answers").valueStream().toList());
        try {
            return run(reader, row, row.get("url").asString().replace("{host}", host()));
        } catch (IOException | RuntimeException failure) {
            return ErrorNames.describe(failure).replace(host(), "{host}");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came of a case in the reference. */
    public static String outcomeOf(JsonNode row) {
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

    private String run(UrlReaderService reader, JsonNode row, String url) throws IOException, InterruptedException {
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
                    result.append("\n" + file.url().replace(host(), "{host}") + " "
                            + new String(file.content().read(), UTF_8));
                }
                yield result.toString();
            }
        };
    }

    private static String time(@org.jspecify.annotations.Nullable Instant time) {
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

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var sent = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                            header -> header.getValue().getFirst()));
            headers.add(sent);
            requests.add(request(exchange.getRequestURI().toString(), sent, body));
            var answer = answers.poll();
            if (answer == null) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            answer.path("headers")
                    .properties()
                    .forEach(header -> exchange.getResponseHeaders()
                            .set(header.getKey(), header.getValue().asString()));
            var content = answer.path("body").asString("").getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.get("status").asInt(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
