// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.config.AppConfig;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A server that plays GitLab: each request is answered by the first rule for it; rules that are used up go away. */
final class FakeGitlab implements AutoCloseable {
    private final HttpServer server;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** An answer. */
    record Answer(int status, Map<String, String> headers, String body) {}

    private record Rule(String part, boolean once, Function<JsonNode, Answer> answer) {}

    private FakeGitlab(HttpServer server) {
        this.server = server;
    }

    static FakeGitlab start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var gitlab = new FakeGitlab(server);
            server.createContext("/", gitlab::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return gitlab;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Method, path and, of queries, the variables. */
    List<String> requests() {
        return requests;
    }

    /** Answers requests whose method, path and body contain a text. */
    FakeGitlab on(String part, String body) {
        rules.add(new Rule(part, false, _ -> new Answer(200, Map.of(), body)));
        return this;
    }

    FakeGitlab once(String part, int status, Map<String, String> headers, String body) {
        rules.add(new Rule(part, true, _ -> new Answer(status, headers, body)));
        return this;
    }

    FakeGitlab once(String part, String body) {
        return once(part, 200, Map.of(), body);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
        var json = body.isEmpty() ? Json.parse("null") : Json.parse(body);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                + (body.isEmpty() ? "" : " " + Json.stringify(json.path("variables"))));
        var answer = answer(request, json);
        var bytes = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        var hasBody = answer.status() != 304 && bytes.length > 0;
        exchange.sendResponseHeaders(answer.status(), hasBody ? bytes.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Answer answer(String request, JsonNode json) {
        for (var rule : List.copyOf(rules)) {
            if (request.contains(rule.part()) && (!rule.once() || rules.remove(rule))) {
                return rule.answer().apply(json);
            }
        }
        return new Answer(404, Map.of(), "{\"message\":\"Not Found\"}");
    }

    /** A configuration with this server as the integration of a host, and one section of {@code providers.gitlab}. */
    Config config(String host, String section) {
        var integration = "{\"host\":\"" + host + "\",\"apiBaseUrl\":\"" + url() + "/api/v4\",\"baseUrl\":\"" + url()
                + "\",\"token\":\"secret\"}";
        var provider = "{\"host\":\"" + host + "\",\"schedule\":{\"frequency\":\"PT1H\",\"timeout\":\"PT5M\"}"
                + (section.isEmpty() ? "" : "," + section) + "}";
        var text = "{\"integrations\":{\"gitlab\":[" + integration + "]},\"catalog\":{\"providers\":{\"gitlab\":{\"x\":"
                + provider + "}}}}";
        return ConfigReader.fromConfigs(List.of(new AppConfig("test", Json.parse(text))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
