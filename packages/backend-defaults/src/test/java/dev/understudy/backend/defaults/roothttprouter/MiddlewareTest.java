// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.errors.ForwardedException;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MiddlewareTest {
    private static final String LIVENESS = "/.backstage/health/v1/liveness";

    @Test
    void takesSecurityPoliciesFromConfig() throws Exception {
        try (var server = TestServer.start(
                "\"csp\": {\"connectSrc\": [\"'self'\", \"https:\"], \"script-src\": false,"
                        + " \"upgrade-insecure-requests\": false}, \"referrer\": {\"policy\": [\"origin\", \"same-origin\"]}")) {
            var headers = server.get("/").headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .contains("default-src 'self';base-uri 'self';font-src 'self' https: data:;frame-ancestors 'self';"
                            + "img-src 'self' data:;object-src 'none';script-src-attr 'none';"
                            + "style-src 'self' https: 'unsafe-inline';connect-src 'self' https:");
            assertThat(headers.firstValue("Referrer-Policy")).contains("origin,same-origin");
        }
    }

    @Test
    void refusesSecurityPoliciesThatBreakOutOfTheirHeader() {
        assertThatThrownBy(() -> TestServer.start("\"csp\": {\"img-src\": [\"a;script-src *\"]}"))
                .hasMessage("Content-Security-Policy received an invalid directive value for \"img-src\"");
        assertThatThrownBy(() -> TestServer.start("\"csp\": {\"default-src\": false}"))
                .hasMessageStartingWith("Content-Security-Policy needs a default-src but none was provided.");
        assertThatThrownBy(() -> TestServer.start("\"referrer\": {\"policy\": [\"never\"]}"))
                .hasMessage("Referrer-Policy received an unexpected policy token \"never\"");
    }

    @Test
    void limitsHowOftenAClientMayAsk() throws Exception {
        try (var server =
                TestServer.start("\"rateLimit\": {\"incomingRequestLimit\": 2, \"ipAllowList\": [\"10.0.0.1\"]}")) {
            assertThat(server.get(LIVENESS).headers().firstValue("X-RateLimit-Remaining"))
                    .contains("1");
            assertThat(server.get(LIVENESS).headers().firstValue("X-RateLimit-Limit"))
                    .contains("2");

            var refused = server.get(LIVENESS);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body())
                    .isEqualTo(
                            "{\"error\":{\"name\":\"Error\",\"message\":\"Too many requests, please try again later\"},"
                                    + "\"response\":{\"statusCode\":429}}");
            assertThat(refused.headers()
                            .firstValue("Retry-After")
                            .map(Integer::parseInt)
                            .orElseThrow())
                    .isBetween(1, 60);
            assertThat(refused.headers().firstValue("X-RateLimit-Reset")).isPresent();
        }
    }

    @Test
    void doesNotLimitThisMachineByDefault() throws Exception {
        try (var server = TestServer.start("\"rateLimit\": true")) {
            for (int request = 0; request < 8; request++) {
                assertThat(server.get(LIVENESS).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void limitsClientsBehindATrustedProxyEachOnTheirOwn() throws Exception {
        try (var server = TestServer.start(
                "\"trustProxy\": 1, \"rateLimit\": {\"incomingRequestLimit\": 1," + " \"ipAllowList\": []}")) {
            assertThat(server.get(LIVENESS, "X-Forwarded-For", "6.6.6.6, 1.1.1.1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get(LIVENESS, "X-Forwarded-For", "7.7.7.7, 1.1.1.1")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(server.get(LIVENESS, "X-Forwarded-For", "2001:db8:0:1::1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get(LIVENESS, "X-Forwarded-For", "2001:db8:0:2::9")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void hidesFailuresThatWereNotMadeForClients() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/sql", _ -> {
                throw new SQLException("password is 123");
            });
            server.use("/bug", _ -> {
                throw new StackOverflowError();
            });

            for (var path : new String[] {"/sql", "/bug"}) {
                var answer = server.get(path);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body())
                        .matches("\\{\"error\":\\{\"name\":\"Error\",\"message\":\"An internal error occurred"
                                + " logId=[0-9a-f]{20}\"},\"request\":\\{\"method\":\"GET\",\"url\":\"" + path
                                + "\"},\"response\":\\{\"statusCode\":500}}");
            }
            assertThat(server.logger().entries())
                    .filteredOn(line -> line.message().startsWith("Filtered internal error with logId="))
                    .hasSize(2)
                    .first()
                    .satisfies(line -> assertThat(line.failure()).containsInstanceOf(SQLException.class))
                    .satisfies(line ->
                            assertThat(line.fields()).containsKey("logId").containsEntry("type", "errorHandler"));
            assertThat(server.logger().messages()).contains("Request failed with status 500");
        }
    }

    @Test
    void showsStacksAndIndentsInDevelopmentOnly() throws Exception {
        try (var server = TestServer.startInDevelopment()) {
            server.use("/fail", _ -> {
                throw new ForwardedException("outer", new NotFoundException("inner"));
            });
            server.use("/json", _ -> HttpResponse.jsonText("{\"a\":[1,{\"b\":{}}],\"c\":[]}"));

            assertThat(server.get("/fail").body()).contains("\"stack\": \"").contains("\"statusCode\": 404");
            assertThat(server.get("/json").body())
                    .isEqualTo("{\n  \"a\": [\n    1,\n    {\n      \"b\": {}\n    }\n  ],\n  \"c\": []\n}");
        }
    }

    @Test
    void answersAnErrorWhenAStreamFailsBeforeItsFirstByteAndBreaksOffAfterwards() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/early",
                    _ -> HttpResponse.jsonStream(_ -> {
                        throw new NotFoundException("gone");
                    }));
            server.use(
                    "/late",
                    _ -> HttpResponse.jsonStream(out -> {
                        out.write(new byte[100_000]);
                        throw new NotFoundException("gone");
                    }));

            assertThat(server.get("/early").body()).contains("\"NotFoundError\"");
            assertThat(server.raw("GET /late HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotEndWith("0\r\n\r\n")
                    .doesNotContain("NotFoundError");
        }
    }

    @Test
    void blamesBodiesThatBreakOffOnTheClient() throws Exception {
        var failure = new CompletableFuture<Exception>();
        try (var server = TestServer.start()) {
            server.use("/read", request -> {
                try {
                    return HttpResponse.text("read " + request.body().readAllBytes().length);
                } catch (Exception broken) {
                    failure.complete(broken);
                    throw broken;
                }
            });

            server.raw("POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");

            assertThat(failure.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(HttpException.class)
                    .hasMessage("request aborted");
            assertThat(server.logger().entries()).noneMatch(line -> line.level().equals("error"));
        }
    }

    @Test
    void logsNoErrorWhenTheClientGoesAway() throws Exception {
        var failure = new CompletableFuture<Exception>();
        try (var server = TestServer.start()) {
            server.use(
                    "/endless",
                    _ -> HttpResponse.jsonStream(out -> {
                        try {
                            while (true) {
                                out.write(new byte[100_000]);
                            }
                        } catch (IOException gone) {
                            failure.complete(gone);
                            throw gone;
                        }
                    }));
            try (var socket = server.connect()) {
                socket.getOutputStream()
                        .write("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }

            assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessage("The client did not take the response");
            assertThat(server.get(LIVENESS).statusCode()).isEqualTo(200);
            assertThat(server.logger().entries()).noneMatch(line -> line.level().equals("error"));
        }
    }

    @Test
    void addsConfiguredHeadersToHealth() throws Exception {
        try (var server = TestServer.start("\"health\": {\"headers\": {\"x-service\": \"backstage\"}}")) {
            assertThat(server.get(LIVENESS).headers().firstValue("x-service")).contains("backstage");
        }
        assertThatThrownBy(() -> TestServer.start("\"health\": {\"headers\": {\"x-service\": 1}}"))
                .hasMessage("Invalid header value in at backend.health.headers, must be a non-empty string");
    }

    @Test
    void routesWhatIsNoApiToTheIndex() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/api/app",
                    HttpRouter.create().get("/page", request -> HttpResponse.text("page at " + request.baseUrl())));

            assertThat(server.get("/page").body()).isEqualTo("page at ");
            assertThat(server.get("/api/app/page").body()).isEqualTo("page at /api/app");
            assertThat(server.get("/api/page").statusCode()).isEqualTo(404);
            assertThat(server.get("/apis").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/x", "/API/X/", "/api/x/y", "/api"})
    void refusesPathsThatConflict(String path) throws Exception {
        try (var server = TestServer.start()) {
            server.use("/api/x", _ -> HttpResponse.text("x"));

            assertThatThrownBy(() -> server.router().use(path, _ -> HttpResponse.text("y")))
                    .hasMessage("Path " + path + " conflicts with the existing path /api/x");
            server.router().use("/api/xy", _ -> HttpResponse.text("xy"));
            assertThat(server.get("/api/xy/").body()).isEqualTo("xy");
            assertThatThrownBy(() -> server.router().use("/", _ -> HttpResponse.text("y")))
                    .hasMessage("Root router path may not be empty");
        }
    }
}
