// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static java.util.Objects.requireNonNull;

import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tokens that Backstage's own code made, or that were forged for it; see {@code conformance/tokens}. */
final class RecordedTokens {
    private static final JsonNode RECORDED = read();

    private RecordedTokens() {}

    private static JsonNode read() {
        try (var file = requireNonNull(RecordedTokens.class.getResourceAsStream("tokens.json"))) {
            return Json.mapper().readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(String name) {
        return RECORDED.path(name).stringValue();
    }

    static JsonNode group(String name) {
        return RECORDED.path(name);
    }

    /** A clock that stood still when the tokens were made. */
    static Clock clock() {
        return clock(1);
    }

    static Clock clock(long secondsLater) {
        return Clock.fixed(Instant.ofEpochSecond(RECORDED.path("now").longValue() + secondsLater), ZoneOffset.UTC);
    }

    /** Answers with the recorded keys, and 404 for others. */
    static JwksFetch.Answer keys(URI url) {
        var names = Map.of(
                "http://localhost:7007/api/catalog/.backstage/auth/v1/jwks.json", "catalog",
                "http://localhost:7007/api/auth/.well-known/jwks.json", "auth",
                "https://issuer.example/jwks", "algorithms");
        var name = names.get(url.toString());
        return name == null
                ? new JwksFetch.Answer(404, "")
                : new JwksFetch.Answer(200, RECORDED.path("jwks").path(name).toString());
    }
}
