// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.types.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls to a page of Chromium, each with its answer. */
final class DevTools implements AutoCloseable {
    private static final long SECONDS = 60;

    private final HttpClient client;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger lastId = new AtomicInteger();

    private DevTools(HttpClient client, WebSocket socket, Answers answers) {
        this.client = client;
        this.socket = socket;
        this.answers = answers;
    }

    static DevTools connect(URI page) {
        var client = HttpClient.newHttpClient();
        var answers = new Answers();
        return new DevTools(
                client, client.newWebSocketBuilder().buildAsync(page, answers).join(), answers);
    }

    JsonNode call(String method, JsonNode parameters) {
        var id = lastId.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>().orTimeout(SECONDS, TimeUnit.SECONDS);
        answers.awaited.put(id, answer);
        var request = Json.mapper().createObjectNode().put("id", id).put("method", method);
        request.set("params", parameters);
        socket.sendText(request.toString(), true).join();
        var message = answer.join();
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.get("error"));
        }
        return message.get("result");
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = Json.mapper().readTree(text.toString());
                text.setLength(0);
                var answer = awaited.remove(message.path("id").asInt(0));
                if (answer != null) {
                    answer.complete(message);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
