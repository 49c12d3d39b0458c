// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends recorded requests to our backend and brings its answers into the recorded form. */
final class ConformanceClient {
    private static final Map<String, String> TOKENS =
            Map.of("static", "reference-token-0123456789", "restricted", "restricted-token-0123456789");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> saved = new HashMap<>();
    private final URI base;
    private final Neutral neutral;

    ConformanceClient(String base) {
        this.base = URI.create(base);
        this.neutral = new Neutral(base);
    }

    /** The answer in the recorded form, with everything that the step does not compare left out. */
    RecordedStep.Expected answer(RecordedStep step) throws IOException {
        var response = send(step);
        if (step.save() != null) {
            var body = json(response.body());
            step.save().forEach((name, path) -> saved.put(name, JsonPaths.textAt(body, path)));
        }
        var headers = new HashMap<String, String>();
        for (var name : step.expected().headers().keySet()) {
            headers.put(name, neutral.text(response.header(name)));
        }
        return new RecordedStep.Expected(response.status(), headers, compared(step, response.body()));
    }

    /** A body, recorded or fresh, without what is ignored and with what has no order sorted. */
    static JsonNode comparable(RecordedStep step, JsonNode body) {
        var copy = body.deepCopy();
        orNone(step.ignore()).forEach(path -> JsonPaths.ignore(copy, path));
        JsonNode result = copy;
        for (var path : orNone(step.sort())) {
            result = JsonPaths.sort(result, path);
        }
        return result;
    }

    private JsonNode compared(RecordedStep step, String body) {
        return switch (step.bodyCompared()) {
            case "none" -> JsonNodeFactory.instance.missingNode();
            case "json" -> comparable(step, json(neutral.text(body)));
            default -> JsonNodeFactory.instance.stringNode(neutral.text(body));
        };
    }

    /** Over a bare socket, because URLs that no client library would send are asked for too. */
    private RawAnswer send(RecordedStep step) throws IOException {
        var body = step.body() == null
                ? ""
                : fill(
                        step.body().isString()
                                ? step.body().asString()
                                : step.body().toString());
        var head = new StringBuilder(step.method() + " " + escaped(fill(step.path())) + " HTTP/1.1\r\n");
        headers(step, body).forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
            return RawAnswer.read(socket.getInputStream());
        }
    }

    private Map<String, String> headers(RecordedStep step, String body) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("host", base.getAuthority());
        headers.put("connection", "close");
        if (!body.isEmpty() || step.method().equals("POST") || step.method().equals("PUT")) {
            headers.put("content-length", Integer.toString(body.getBytes(UTF_8).length));
        }
        if (step.body() != null) {
            headers.put("content-type", "application/json");
        }
        if (!step.auth().equals("none")) {
            headers.put("authorization", "Bearer " + TOKENS.getOrDefault(step.auth(), fill(step.auth())));
        }
        if (step.headers() != null) {
            step.headers().forEach((name, value) -> headers.put(name, fill(value)));
        }
        return headers;
    }

    private String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(name -> saved.getOrDefault(name.group(1), ""));
    }

    /** What a browser, and Node's fetch, escape on their own. */
    private static String escaped(String path) {
        return path.replace("|", "%7C")
                .replace("^", "%5E")
                .replace("`", "%60")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace(" ", "%20")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\\", "%5C");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.stringNode("not JSON: " + text);
        }
    }

    private static List<String> orNone(@org.jspecify.annotations.Nullable List<String> paths) {
        return paths == null ? List.of() : paths;
    }
}
