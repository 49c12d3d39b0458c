// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that answers what it was told to, over real HTTP. */
final class FakeHost implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private record Answer(int status, Map<String, String> headers, String bodyKey) {}

    record Request(String url, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();

    private FakeHost(HttpServer server) {
        this.server = server;
    }

    static FakeHost start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var host = new FakeHost(server);
        server.createContext("/", host::answer);
        server.start();
        return host;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + host();
    }

    FakeHost answer(String url, int status, Map<String, String> headers, byte[] body) {
        bodies.put(url, body);
        answers.put(url, new Answer(status, Map.copyOf(headers), url));
        return this;
    }

    FakeHost answer(String url, String body) {
        return answer(url, 200, Map.of(), body.getBytes(UTF_8));
    }

    FakeHost answer(String url, byte[] body) {
        return answer(url, 200, Map.of(), body);
    }

    FakeHost answer(String url, int status, Map<String, String> headers) {
        return answer(url, status, headers, new byte[0]);
    }

    Request lastRequest() {
        return requests.getLast();
    }

    List<String> urls() {
        return requests.stream().map(Request::url).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var url = exchange.getRequestURI().toString();
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        requests.add(new Request(url, headers));
        var answer = answers.getOrDefault(url, new Answer(404, Map.of(), ""));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var body = bodies.getOrDefault(answer.bodyKey(), new byte[0]);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
