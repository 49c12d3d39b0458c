// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A server that plays another host: each request is answered by the first rule for it, or with 404; rules that are used up go
 * away. Thread-safe. Backstage counterpart: msw, by {@code registerMswTestHooks}.
 */
public final class MockHost implements AutoCloseable {
    private final HttpServer server;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private record Answer(int status, Map<String, String> headers, String body) {}

    private record Rule(String part, boolean once, Answer answer) {}

    private MockHost(HttpServer server) {
        this.server = server;
    }

    /** A host at a port of its own. */
    public static MockHost start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var host = new MockHost(server);
            server.createContext("/", host::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return host;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was asked so far: method, path and, where there is a body, its {@code variables}, as GraphQL has them. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Answers requests whose method, path and body, with spaces between them, contain a text. */
    public MockHost on(String part, String body) {
        rules.add(new Rule(part, false, new Answer(200, Map.of(), body)));
        return this;
    }

    /** Answers the next such request. */
    public MockHost once(String part, int status, Map<String, String> headers, String body) {
        rules.add(new Rule(part, true, new Answer(status, headers, body)));
        return this;
    }

    /** Answers the next such request with 200. */
    public MockHost once(String part, String body) {
        return once(part, 200, Map.of(), body);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
        var json = body.isEmpty() ? Json.parse("null") : Json.parse(body);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                + (body.isEmpty() ? "" : " " + Json.stringify(json.path("variables"))));
        var answer = answer(request);
        var bytes = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        var hasBody = answer.status() != 304 && bytes.length > 0;
        exchange.sendResponseHeaders(answer.status(), hasBody ? bytes.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Answer answer(String request) {
        for (var rule : List.copyOf(rules)) {
            if (request.contains(rule.part()) && (!rule.once() || rules.remove(rule))) {
                return rule.answer();
            }
        }
        return new Answer(404, Map.of(), "{\"message\":\"Not Found\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
