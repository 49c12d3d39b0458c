// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Plays all other plugins, over real HTTP, and keeps what they were asked. */
public final class TestPluginServer implements DiscoveryService, AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What was asked. */
    public record Request(String method, String path, String authorization, String body) {}

    /** What to answer. */
    public record Answer(int status, String json) {
        public static Answer ok(String json) {
            return new Answer(200, json);
        }
    }

    private TestPluginServer(HttpServer server) {
        this.server = server;
    }

    public static TestPluginServer start(Function<Request, Answer> answers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var plugins = new TestPluginServer(server);
            server.createContext("/", exchange -> plugins.handle(exchange, answers));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return plugins;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void handle(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
        try (exchange) {
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    authorization == null ? "" : authorization,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            var answer = answers.apply(request);
            var body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public String baseUrl(String pluginId) {
        return "http://localhost:" + server.getAddress().getPort() + "/api/" + pluginId;
    }

    @Override
    public String externalBaseUrl(String pluginId) {
        return baseUrl(pluginId);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
