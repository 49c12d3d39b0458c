// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.errors.NotFoundException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class RootHttpRouterOptionsTest {
    private static final String LIVENESS = "/.backstage/health/v1/liveness";

    @Test
    void answersWhatMatchesNoPathAtTheIndex() throws Exception {
        try (var server = TestServer.start("", RootHttpRouterOptions.defaults().withIndexPath("/api/portal"))) {
            server.use("/api/portal", request -> HttpResponse.text("portal " + request.path()));
            server.use("/api/app", _ -> HttpResponse.text("app"));

            assertThat(server.get("/catalog").body()).isEqualTo("portal /catalog");
            assertThat(server.get("/api/portal/x").body()).isEqualTo("portal /x");
            assertThat(server.get("/api/app").body()).isEqualTo("app");
            assertThat(server.get("/api/none").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void findsNothingThereWithoutAnIndex() throws Exception {
        try (var server = TestServer.start("", RootHttpRouterOptions.defaults().withoutIndexPath())) {
            server.use("/api/app", _ -> HttpResponse.text("app"));

            assertThat(server.get("/catalog").statusCode()).isEqualTo(404);
            assertThat(server.get("/catalog").body()).isEmpty();
            assertThat(server.get("/api/app").body()).isEqualTo("app");
        }
    }

    @Test
    void refusesAnEmptyIndexPath() {
        var options = RootHttpRouterOptions.defaults();

        assertThatThrownBy(() -> options.withIndexPath(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indexPath option may not be an empty string");
    }

    @Test
    void addsToTheDefaults() throws Exception {
        try (var server = configured(context -> {
            context.app().use((request, next) -> next.handle(request).withHeader("X-Installation", "ours"));
            context.applyDefaults();
        })) {
            var answer = server.get(LIVENESS);

            assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(answer.headers().firstValue("X-Installation")).contains("ours");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
            assertThat(answer.headers().firstValue("ETag")).isPresent();
            await().until(() -> server.logger().messages().size() == 2);
        }
    }

    @Test
    void keepsTheOrderOfWhatIsConfigured() throws Exception {
        try (var server = configured(context -> context.app()
                .use(context.healthRouter())
                .use(context.middleware().logging())
                .get("/hello", _ -> HttpResponse.text("hello"))
                .use(context.routes()))) {
            server.use("/api/x", _ -> HttpResponse.text("x"));

            assertThat(server.get(LIVENESS).statusCode()).isEqualTo(200);
            assertThat(server.get("/hello").body()).isEqualTo("hello");
            assertThat(server.get("/api/x").body()).isEqualTo("x");

            await().until(() -> server.logger().messages().size() == 3);
            assertThat(server.logger().messages().subList(1, 3))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("\"GET /hello HTTP/1.1\" 200"),
                            line -> assertThat(line).contains("\"GET /api/x HTTP/1.1\" 200"));
        }
    }

    @Test
    void addsNothingThatWasNotConfigured() throws Exception {
        try (var server = configured(context -> context.app().use(context.routes()))) {
            server.use("/long", _ -> HttpResponse.text("x".repeat(3000)));

            var answer = server.get("/long", "Accept-Encoding", "gzip");
            var again = server.get(
                    "/long",
                    "If-None-Match",
                    answer.headers().firstValue("ETag").orElseThrow());

            assertThat(answer.headers().map()).doesNotContainKeys("Content-Encoding", "X-Frame-Options", "Vary");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(server.get(LIVENESS).statusCode()).isEqualTo(404);
            assertThat(server.logger().messages()).hasSize(1).first().asString().startsWith("Listening on ");
        }
    }

    @Test
    void answersFailuresWithoutErrorMiddlewareToo() throws Exception {
        try (var server = TestServer.start(
                "\"cors\": {\"origin\": \"http://a\"}",
                RootHttpRouterOptions.defaults()
                        .withConfigure(context -> context.app()
                                .use(context.middleware().cors())
                                .use((_, _) -> {
                                    throw new NotFoundException("nothing");
                                })))) {
            var answer = server.get("/", "Origin", "http://a");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"name\":\"NotFoundError\",\"message\":\"nothing\"");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://a");
        }
    }

    @Test
    void letsErrorMiddlewareOfOnesOwnSeeFailures() throws Exception {
        try (var server = configured(context -> {
            var middleware = context.middleware();
            context.app()
                    .use(middleware.cors())
                    .use(middleware.compression())
                    .use((request, next) -> {
                        try {
                            return next.handle(request);
                        } catch (NotFoundException nothing) {
                            return HttpResponse.text("own: " + nothing.getMessage());
                        }
                    })
                    .use(context.routes());
        })) {
            server.use("/nothing", _ -> {
                throw new NotFoundException("gone");
            });

            assertThat(server.get("/nothing").body()).isEqualTo("own: gone");
        }
    }

    @Test
    void showsStackTracesAndLogsAllErrorsOnRequest() throws Exception {
        var options =
                ErrorMiddlewareOptions.defaults().withShowStackTraces(true).withLogAllErrors();
        try (var server = configured(context -> context.app()
                .use(context.middleware().error(options))
                .use((_, _) -> {
                    throw new NotFoundException("nothing");
                }))) {
            assertThat(server.get("/").body()).contains("\"stack\":\"dev.understudy.errors.NotFoundException: nothing");
            assertThat(server.logger().messages()).contains("Request failed with status 404");
        }
    }

    @Test
    void doesNotLogWhatIsAnsweredBeforeTheLog() throws Exception {
        try (var server = TestServer.start("\"cors\": {\"origin\": \"http://a\"}")) {
            assertThat(server.send("OPTIONS", LIVENESS, "Origin", "http://a").statusCode())
                    .isEqualTo(204);
            assertThat(server.get(LIVENESS).statusCode()).isEqualTo(200);

            await().until(() -> server.logger().messages().size() == 2);
            assertThat(server.logger().messages().getLast()).contains("\"GET " + LIVENESS);
        }
    }

    private static TestServer configured(Consumer<RootHttpRouterConfigureContext> configure) throws Exception {
        return TestServer.start("", RootHttpRouterOptions.defaults().withConfigure(configure));
    }
}
