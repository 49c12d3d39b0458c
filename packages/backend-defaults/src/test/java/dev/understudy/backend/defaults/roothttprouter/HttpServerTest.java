// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.errors.NotFoundException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {
    private static final String READINESS = "/.backstage/health/v1/readiness";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: close\r\nUpgrade: h2c",
                "Connection: close\r\nUpgrade: websocket",
                "Connection: close, Upgrade\r\nUpgrade: h2c",
                "Connection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
                "Connection: close\r\nUpgrade: ",
                "Connection: close, Upgrade",
            })
    void goesOnWithHttp11WhateverElseAClientOffers(String headers) throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/seen",
                    request -> HttpResponse.text(
                            "upgrade " + request.header("Upgrade").orElse("to nothing")));

            var answer = server.raw("GET /seen HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n");

            var offer = headers.contains("Upgrade: ")
                    ? headers.split("Upgrade: ", -1)[1].split("\r", -1)[0]
                    : "to nothing";
            assertThat(answer).startsWith("HTTP/1.1 200 OK").endsWith("upgrade " + offer);
        }
    }

    @Test
    void answersHealthWithTheHeadersOfTheReference() throws Exception {
        try (var server = TestServer.start()) {
            var answer = server.raw("GET " + READINESS + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer.replaceAll("Date: [^\r]*", "Date: now").split("\r\n"))
                    .containsExactlyInAnyOrder(
                            "HTTP/1.1 200 OK",
                            "Content-Security-Policy: default-src 'self';base-uri 'self';font-src 'self' https: data:;"
                                    + "frame-ancestors 'self';img-src 'self' data:;object-src 'none';"
                                    + "script-src 'self' 'unsafe-eval';script-src-attr 'none';"
                                    + "style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
                            "Referrer-Policy: no-referrer",
                            "Strict-Transport-Security: max-age=15552000; includeSubDomains",
                            "X-Content-Type-Options: nosniff",
                            "X-DNS-Prefetch-Control: off",
                            "X-Download-Options: noopen",
                            "X-Frame-Options: SAMEORIGIN",
                            "X-Permitted-Cross-Domain-Policies: none",
                            "X-XSS-Protection: 0",
                            "Content-Type: application/json; charset=utf-8",
                            "Content-Length: 15",
                            "ETag: W/\"f-VaSQ4oDUiZblZNAEkkN+sX+q3Sg\"",
                            "Vary: Accept-Encoding",
                            "Date: now",
                            "Keep-Alive: timeout=5",
                            "",
                            "{\"status\":\"ok\"}");
        }
    }

    @Test
    void answersWhatNoRouteKnowsWithAnEmptyNotFound() throws Exception {
        try (var server = TestServer.start()) {
            for (var path : new String[] {"/", "/nothing", "/api/nothing", "/%zz", "//", "/api"}) {
                var answer = server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

                assertThat(answer)
                        .startsWith("HTTP/1.1 404 ")
                        .endsWith("\r\n\r\n")
                        .contains("X-Frame-Options");
            }
        }
    }

    @Test
    void turnsFailuresIntoErrorBodies() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/api/x", HttpRouter.create().get("/a", _ -> {
                throw new NotFoundException("no a");
            }));

            var answer = server.get("/api/x/a?q=1");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":{\"name\":\"NotFoundError\",\"message\":\"no a\"},\"request\":"
                            + "{\"method\":\"GET\",\"url\":\"/api/x/a?q=1\"},\"response\":{\"statusCode\":404}}");
        }
    }

    @Test
    void answersHeadWithTheHeadersOfGetAlone() throws Exception {
        try (var server = TestServer.start()) {
            var answer = server.raw("HEAD " + READINESS + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Content-Length: 15", "ETag: W/")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void answersNotModifiedToWhoHasTheBodyAlready() throws Exception {
        try (var server = TestServer.start()) {
            var tag = server.get(READINESS).headers().firstValue("ETag").orElseThrow();

            var answer = server.get(READINESS, "If-None-Match", "\"other\", " + tag);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.headers().map())
                    .doesNotContainKeys("Content-Type", "Content-Length", "Vary")
                    .containsKey("ETag");
            assertThat(server.get(READINESS, "If-None-Match", tag, "Cache-Control", "no-cache")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void sendsStreamsAsTheyAreWrittenWithoutTag() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/s",
                    _ -> HttpResponse.jsonStream(out -> {
                        for (int part = 0; part < 10_000; part++) {
                            out.write("0123456789".getBytes(StandardCharsets.US_ASCII));
                        }
                        out.write(new byte[20_000]);
                        out.write('x');
                    }));

            var answer = server.get("/s");

            assertThat(answer.body()).hasSize(120_001).startsWith("0123456789").endsWith("x");
            assertThat(answer.headers().map()).doesNotContainKeys("ETag", "Content-Length");
        }
    }

    @Test
    void sendsRawBodiesWithoutTagAndAsTheyAre() throws Exception {
        try (var server = TestServer.startInDevelopment()) {
            server.use("/r", _ -> HttpResponse.rawJson("{\"a\":1}".getBytes(StandardCharsets.US_ASCII)));

            var answer = server.get("/r");

            assertThat(answer.body()).isEqualTo("{\"a\":1}");
            assertThat(answer.headers().map()).doesNotContainKey("ETag");
        }
    }

    @Test
    void tellsHeadersThatDifferInLetterCaseAlone() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/e",
                    request -> HttpResponse.text(request.header("Authorization").orElse("")));

            var answers = server.raw(
                    "GET /e HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer abc\r\n\r\n",
                    "GET /e HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ABC\r\nConnection: close\r\n\r\n");

            assertThat(answers).contains("Bearer abc").endsWith("Bearer ABC");
        }
    }

    @Test
    void showsTheTargetOfARequestAsItCame() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/u", request -> HttpResponse.text(request.url()));

            assertThat(server.raw("GET /u/a? HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .endsWith("/a?");
            assertThat(server.raw("GET /u//a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .endsWith("\r\n\r\n/a");
        }
    }

    @Test
    void letsHandlersReplaceSecurityHeaders() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/f",
                    _ -> new HttpResponse(200, java.util.List.of(), new HttpBody.Empty())
                            .withHeader("x-frame-options", "DENY"));

            assertThat(server.get("/f").headers().allValues("X-Frame-Options")).containsExactly("DENY");
        }
    }

    @Test
    void logsEachRequest() throws Exception {
        try (var server = TestServer.start()) {
            server.get(READINESS + "?a=b", "User-Agent", "me", "Referer", "http://there");

            org.awaitility.Awaitility.await()
                    .until(() -> server.logger().entries().size() == 2);
            var line = server.logger().entries().getLast();
            assertThat(line.message())
                    .matches("\\[[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z] \"GET " + READINESS.replace(".", "\\.")
                            + "\\?a=b HTTP/1\\.1\" 200 15 \"http://there\" \"me\"");
            assertThat(line.fields())
                    .containsEntry("type", "incomingRequest")
                    .containsEntry("method", "GET")
                    .containsEntry("url", READINESS + "?a=b")
                    .containsEntry("status", 200)
                    .containsEntry("httpVersion", "1.1")
                    .containsEntry("contentLength", 15L)
                    .containsEntry("userAgent", "me")
                    .containsEntry("referrer", "http://there");
        }
    }
}
