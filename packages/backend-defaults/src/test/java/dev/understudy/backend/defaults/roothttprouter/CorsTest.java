// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorsTest {
    private static final String LIVENESS = "/.backstage/health/v1/liveness";

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, http://localhost:3000, true",
        "http://localhost:3000, HTTP://LOCALHOST:3000, true",
        "http://localhost:3000, http://localhost:3001, false",
        "http://localhost:*, http://localhost:3001, true",
        "http://localhost:*, http://localhost:, true",
        "http://localhost:*, http://localhost, false",
        "https://*.example.com, https://a.example.com, true",
        "https://*.example.com, https://a.b.example.com, true",
        "https://*.example.com, https://.example.com, false",
        "https://*.example.com, https://example.com, false",
        "https://*.example.com, https://a.example.com.evil.net, false",
        "https://*.example.com, https://evil.net/a.example.com, false",
        "https://**.example.com, https://a/b.example.com, false",
        "'https://{a,b}.example.com', https://b.example.com, true",
        "'https://{a,b}.example.com', https://c.example.com, false",
        "'https://{a,b{1,2}}.x', https://b2.x, true",
        "https://ap?.example.com, https://app.example.com, true",
        "https://ap[o-q].example.com, https://app.example.com, true",
        "https://ap[!o-q].example.com, https://app.example.com, false",
        "!https://bad.example.com, https://good.example.com, true",
        "!https://bad.example.com, https://bad.example.com, false",
        "https://a.example.com, https://aXexample.com, false",
        "*, https://any.example.com, false",
        "http://localhost:3000, http://localhost:3000/, true",
        "http://localhost:3000, http://localhost:3000//, true",
        "http://localhost:3000, http:/localhost:3000, true",
        "http://localhost:3000/, http://localhost:3000, false",
        "http://localhost:3000/, http://localhost:3000/, true",
        "http://*, http://a.com/, true",
        "http://*, http://, false",
        "http://*/, http://a.com, false",
        "'{http://a.com,http://b.com/}', http://a.com/, true",
        "'{http://a.com,http://b.com/}', http://b.com, false",
        "!http://a.com, http://a.com/, false",
        "!http://a.com/, http://a.com, true",
        "'', '', true",
        "'', /, false",
        "/, //, true",
    })
    void matchesOriginsAsMinimatchDoes(String pattern, String origin, boolean expected) {
        assertThat(OriginPattern.parse(pattern).matches(origin)).isEqualTo(expected);
    }

    @Test
    void allowsConfiguredOriginsOnly() throws Exception {
        try (var server = TestServer.start("\"cors\": {\"origin\": [\"http://localhost:*\"], \"credentials\": true,"
                + " \"exposedHeaders\": [\"A\", \"B\"]}")) {
            var allowed =
                    server.get(LIVENESS, "Origin", "http://localhost:3000").headers();
            assertThat(allowed.firstValue("Access-Control-Allow-Origin")).contains("http://localhost:3000");
            assertThat(allowed.firstValue("Access-Control-Allow-Credentials")).contains("true");
            assertThat(allowed.firstValue("Access-Control-Expose-Headers")).contains("A,B");
            assertThat(allowed.allValues("Vary")).containsExactly("Origin, Accept-Encoding");

            var other = server.get(LIVENESS, "Origin", "http://elsewhere").headers();
            assertThat(other.map()).doesNotContainKey("Access-Control-Allow-Origin");
            assertThat(other.allValues("Vary")).containsExactly("Accept-Encoding");
        }
    }

    @Test
    void answersPreflights() throws Exception {
        try (var server = TestServer.start(
                "\"cors\": {\"origin\": \"http://a\", \"methods\": [\"GET\", \"PUT\"]," + " \"maxAge\": 600}")) {
            var answer =
                    server.send("OPTIONS", LIVENESS, "Origin", "http://a", "Access-Control-Request-Headers", "x-foo");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("GET,PUT");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("x-foo");
            assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("600");
            assertThat(answer.headers().firstValue("Vary")).contains("Origin, Access-Control-Request-Headers");

            var own = server.send("OPTIONS", LIVENESS);
            assertThat(own.body()).isEqualTo("GET,HEAD");
            assertThat(own.headers().firstValue("Allow")).contains("GET,HEAD");
        }
    }

    @Test
    void allowsAnyOriginWhenCorsIsConfiguredWithoutOrigins() throws Exception {
        try (var server = TestServer.start("\"cors\": {\"credentials\": false}")) {
            assertThat(server.get(LIVENESS).headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }
}
