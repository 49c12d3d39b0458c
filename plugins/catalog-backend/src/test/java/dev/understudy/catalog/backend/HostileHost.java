// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A host of catalog files that means no good, over real HTTP. */
final class HostileHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger hanging = new AtomicInteger();

    /** Answers one request. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private HostileHost(HttpServer server) {
        this.server = server;
    }

    static HostileHost start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var host = new HostileHost(server);
        server.setExecutor(host.threads);
        server.createContext("/", host::answer);
        server.start();
        return host;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + host() + path;
    }

    /** How many requests wait for an answer that does not come. */
    int hanging() {
        return hanging.get();
    }

    HostileHost on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    HostileHost text(String path, String text) {
        return on(path, exchange -> {
            var body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Takes the request and says nothing. */
    HostileHost hang(String path) {
        return on(path, _ -> await());
    }

    /** Says that there is something, and then nothing more. */
    HostileHost stall(String path) {
        return on(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("kind:".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await();
        });
    }

    /** Sends comments without end. */
    HostileHost flood(String path) {
        return on(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = ("# " + "x".repeat(65_533) + "\n").getBytes(UTF_8);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(chunk);
            }
        });
    }

    private void await() throws InterruptedException {
        hanging.incrementAndGet();
        end.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answers.get(exchange.getRequestURI().toString());
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer.to(exchange);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
