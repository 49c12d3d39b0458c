// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.roothttprouter.TestServer;
import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.types.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens of machines whose clocks are a little off; {@code conformance/tokens/skew.mjs} has asked Backstage about each. */
final class SkewedTokensTest {
    private final JsonNode recorded = recorded();

    @Test
    void areAcceptedAndRefusedAsByTheReference() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/who", answering(authentication()));
            for (var one : recorded.path("cases")) {
                var answer = server.get(
                        "/who", "Authorization", "Bearer " + one.path("token").stringValue());

                assertThat(answer.statusCode())
                        .as(one.path("name").stringValue())
                        .isEqualTo(one.path("status").intValue());
                assertThat(Json.mapper().readTree(answer.body()))
                        .as(one.path("name").stringValue())
                        .isEqualTo(one.path("body"));
            }
        }
    }

    private AuthService authentication() {
        var keys = new JwksFetch.Answer(200, recorded.path("jwks").toString());
        var moment = Instant.ofEpochMilli(recorded.path("moment").longValue());
        return new AuthFixture()
                .configured("""
                        {"externalAccess": [
                          {"type": "jwks", "options": {"url": "https://issuer.example/jwks"}},
                          {"type": "legacy", "options": {"secret": "%s", "subject": "old"}}]}
                        """.formatted(recorded.path("secret").stringValue()))
                .fetching(_ -> keys)
                .at(Clock.fixed(moment, ZoneOffset.UTC))
                .create();
    }

    private static HttpHandler answering(AuthService auth) {
        return request -> {
            var token = request.header("Authorization").orElseThrow().substring("Bearer ".length());
            return HttpResponse.json(Map.of("principal", name(auth.authenticateLimited(token))));
        };
    }

    private static String name(BackstageCredentials credentials) {
        return switch (credentials.principal()) {
            case BackstagePrincipal.User user -> user.userEntityRef();
            case BackstagePrincipal.Service service -> service.subject();
            case BackstagePrincipal.None none -> none.type();
        };
    }

    private static JsonNode recorded() {
        try (var file = requireNonNull(SkewedTokensTest.class.getResourceAsStream("skewed.json"))) {
            return Json.mapper().readTree(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
