// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for a cloud's services: answers paths as it was told to, and keeps what it was asked. */
public final class TestCloud implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    /**
     * @param line the method and the URL
     */
    public record Question(String line, Map<String, String> headers, String body) {}

    private TestCloud(HttpServer server) {
        this.server = server;
    }

    public static TestCloud start() throws IOException {
        var cloud = new TestCloud(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        cloud.server.createContext("/", cloud::answer);
        cloud.server.start();
        return cloud;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public TestCloud answer(String path, String body) {
        answers.put(path, body);
        return this;
    }

    public List<Question> questions() {
        return questions;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        questions.add(new Question(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers, body));
        var answer = answers.get(exchange.getRequestURI().getPath());
        var bytes = (answer == null ? "secret trouble" : answer).getBytes(UTF_8);
        exchange.sendResponseHeaders(answer == null ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
