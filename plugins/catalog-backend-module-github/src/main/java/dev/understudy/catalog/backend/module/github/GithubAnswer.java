// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.integration.ScmResponse;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What GitHub answered, read to its end. */
record GithubAnswer(int status, Map<String, String> headers, JsonNode body) {
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    static GithubAnswer read(ScmResponse response) throws IOException {
        var headers = Stream.of(
                        "x-ratelimit-remaining",
                        "x-ratelimit-reset",
                        "retry-after",
                        "link",
                        "last-modified",
                        "etag",
                        "x-github-enterprise-version")
                .filter(name -> response.header(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name, name -> response.header(name).orElseThrow()));
        return new GithubAnswer(response.status(), headers, body(new String(response.bytes(MAX_BYTES), UTF_8)));
    }

    private static JsonNode body(String text) {
        try {
            return text.isEmpty() ? JsonNodeFactory.instance.missingNode() : Json.parse(text);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isOk() {
        return status >= 200 && status <= 299;
    }

    boolean hasErrors() {
        return body.path("errors").isArray() && !body.path("errors").isEmpty();
    }

    /** There are no requests left until the window ends. */
    boolean isRateLimited() {
        var refused = status == 403 || status == 429;
        var queryRefused = isOk()
                && body.path("errors")
                        .valueStream()
                        .anyMatch(error -> error.path("type").asString("").equals("RATE_LIMITED"));
        return (refused || queryRefused) && header("x-ratelimit-remaining").equals(Optional.of("0"));
    }

    /** There were too many requests at a time. */
    boolean isSecondaryRateLimited() {
        return (status == 403 || status == 429)
                && body.path("message").asString("").toLowerCase(Locale.ROOT).contains("secondary rate");
    }

    GithubHttpException failure() {
        if (isOk()) {
            var messages = body.path("errors")
                    .valueStream()
                    .map(error -> " - " + error.path("message").asString(""))
                    .collect(Collectors.joining("\n"));
            return GithubHttpException.ofQuery("Request failed due to following response errors:\n" + messages);
        }
        var documentation = body.path("documentation_url").asString("");
        var message =
                body.isString() ? body.stringValue() : body.path("message").asString("Unknown error");
        return GithubHttpException.ofStatus(documentation.isEmpty() ? message : message + " - " + documentation);
    }
}
