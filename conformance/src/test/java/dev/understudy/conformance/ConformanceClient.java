// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import dev.understudy.types.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends recorded requests to our backend and brings its answers into the recorded form. */
final class ConformanceClient {
    private static final Map<String, String> TOKENS =
            Map.of("static", "reference-token-0123456789", "restricted", "restricted-token-0123456789");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> saved = new HashMap<>();
    private final String base;
    private final Neutral neutral;

    ConformanceClient(String base) {
        this.base = base;
        this.neutral = new Neutral(base);
    }

    /** The answer in the recorded form, with everything that the step does not compare left out. */
    RecordedStep.Expected answer(RecordedStep step) throws IOException, InterruptedException {
        var response = http.send(request(step), BodyHandlers.ofString());
        if (step.save() != null) {
            var body = json(response.body());
            step.save().forEach((name, path) -> saved.put(name, JsonPaths.textAt(body, path)));
        }
        var headers = new HashMap<String, String>();
        for (var name : step.expected().headers().keySet()) {
            headers.put(name, neutral.text(header(response, name)));
        }
        return new RecordedStep.Expected(response.statusCode(), headers, compared(step, response.body()));
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

    private HttpRequest request(RecordedStep step) {
        var request = HttpRequest.newBuilder(URI.create(base + escaped(fill(step.path()))))
                .timeout(Duration.ofSeconds(30));
        if (step.headers() != null) {
            step.headers().forEach((name, value) -> request.setHeader(name, fill(value)));
        }
        if (!step.auth().equals("none")) {
            request.setHeader("authorization", "Bearer " + TOKENS.getOrDefault(step.auth(), fill(step.auth())));
        }
        if (step.body() == null) {
            return request.method(step.method(), BodyPublishers.noBody()).build();
        }
        var body = fill(
                step.body().isString() ? step.body().asString() : step.body().toString());
        if (step.headers() == null || step.headers().keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            request.setHeader("content-type", "application/json");
        }
        return request.method(step.method(), BodyPublishers.ofString(body)).build();
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

    private static String header(HttpResponse<?> response, String name) {
        var values = response.headers().allValues(name);
        return values.isEmpty() ? "(none)" : String.join(", ", values);
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
