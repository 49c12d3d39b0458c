// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.test.utils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
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
        return row.get("requests").valueStream().map(RequestText::recorded).toList();
    }

    /** What came of a case in the reference. */
    public static String outcomeOf(JsonNode row) {
        return OutcomeText.recorded(row);
    }

    /** Plays a case, and tells what came of it. */
    public String play(UrlReaderService reader, JsonNode row) {
        answers.clear();
        requests.clear();
        answers.addAll(row.path("answers").valueStream().toList());
        try {
            return OutcomeText.played(reader, row, host());
        } catch (IOException | RuntimeException failure) {
            return ErrorNames.describe(failure).replace(host(), "{host}");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var sent = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> header.getValue().getFirst()));
            headers.add(sent);
            requests.add(RequestText.of(exchange.getRequestURI().toString(), sent, body));
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
