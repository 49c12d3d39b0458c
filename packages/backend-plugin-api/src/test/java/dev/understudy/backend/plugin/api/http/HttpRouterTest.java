// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.SerializedErrors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpRouterTest {
    private static final String PASSED_ON = "passed on";

    @ParameterizedTest
    @CsvSource({
        "/items/:id, /items/a%2Fb, a/b",
        "/items/:id, /ITEMS/x/, x",
        "/items/:id, /items/a+b, a+b",
        "/items/:id, /items/%C3%A9, é",
        "/items/:id, /items, passed on",
        "/items/:id, /items/, passed on",
        "/items/:id, /items//, passed on",
        "/items/:id, /items/x//, passed on",
        "/items/:id, /items/x/y, passed on",
        "/items/:id, //items/x, passed on",
        "/items/:id, /items/.., ..",
        "/items/:id, items/x, passed on",
        "/items/:id, *, passed on",
    })
    void matchesPathsAsExpressDoes(String pattern, String path, String expected) throws Exception {
        var router = HttpRouter.create().get(pattern, request -> HttpResponse.text(request.param("id")));

        assertThat(answer(router, "GET", path)).isEqualTo(expected);
    }

    @Test
    void tellsItsRoutesAndThoseOfMountedRouters() {
        var below =
                HttpRouter.create().get("/", _ -> HttpResponse.text("")).delete("/:id/", _ -> HttpResponse.text(""));
        var router = HttpRouter.create()
                .get("/docs/:site/*", _ -> HttpResponse.text(""))
                .use((request, next) -> next.handle(request))
                .mount("/sites/:site/", below)
                .post("/", _ -> HttpResponse.text(""));

        assertThat(router.routes())
                .extracting(route -> route.method() + " " + route.path())
                .containsExactly("GET /docs/:site/*", "GET /sites/:site", "DELETE /sites/:site/:id", "POST /");
    }

    @Test
    void dropsOneSlashTooManyBehindAMount() throws Exception {
        var router = HttpRouter.create()
                .mount("/a", HttpRouter.create().get("/b", request -> HttpResponse.text(request.baseUrl())));

        assertThat(answer(router, "GET", "/a//b")).isEqualTo("/a");
        assertThat(answer(router, "GET", "/a///b")).isEqualTo(PASSED_ON);
    }

    @Test
    void takesTheRestOfAPathWithAStar() throws Exception {
        var router = HttpRouter.create().get("/docs/:site/*", request -> HttpResponse.text(request.param("0")));

        assertThat(answer(router, "GET", "/docs/a/b/c%20d")).isEqualTo("b/c d");
        assertThat(answer(router, "GET", "/docs/a/")).isEmpty();
        assertThat(answer(router, "GET", "/docs/a")).isEqualTo(PASSED_ON);
    }

    @ParameterizedTest
    @CsvSource({"%zz", "%", "%f", "%ff%fe", "%c3%28", "a%C3", "%ed%a0%80", "%-1"})
    void refusesMalformedPercentEncodingAsExpressDoes(String segment) {
        var router = HttpRouter.create().get("/:id", request -> HttpResponse.text(request.param("id")));

        assertThatThrownBy(() -> answer(router, "GET", "/" + segment))
                .isInstanceOfSatisfying(
                        HttpException.class,
                        failure -> assertThat(
                                        SerializedErrors.toJson(failure, false).toString())
                                .isEqualTo("{\"name\":\"URIError\",\"message\":\"Failed to decode param '" + segment
                                        + "'\",\"statusCode\":400,\"status\":400}"));
    }

    @Test
    void answersHeadByTheHandlerOfGet() throws Exception {
        var router = HttpRouter.create().get("/a", _ -> HttpResponse.text("a"));

        assertThat(answer(router, "HEAD", "/a")).isEqualTo("a");
        assertThat(answer(router, "POST", "/a")).isEqualTo(PASSED_ON);
    }

    @Test
    void answersOptionsWithTheMethodsOfTheMatchingRoutes() throws Exception {
        var router = HttpRouter.create()
                .get("/a", _ -> HttpResponse.text("a"))
                .post("/a", _ -> HttpResponse.text("b"))
                .get("/b", _ -> HttpResponse.text("c"));

        var response = router.handle(MockRequest.of("OPTIONS", "/a"), HttpRouterTest::passedOn);

        assertThat(text(response)).isEqualTo("GET,HEAD,POST");
        assertThat(response.header("allow")).contains("GET,HEAD,POST");
        assertThat(answer(router, "OPTIONS", "/c")).isEqualTo(PASSED_ON);
    }

    @Test
    void triesWhatWasDeclaredFirst() throws Exception {
        var router = HttpRouter.create()
                .get("/:any", _ -> HttpResponse.text("first"))
                .get("/a", _ -> HttpResponse.text("second"));

        assertThat(answer(router, "GET", "/a")).isEqualTo("first");
    }

    @Test
    void showsMountedRoutersPathsRelativeToTheirOwn() throws Exception {
        var inner = HttpRouter.create()
                .get(
                        "/:id",
                        request -> HttpResponse.text(
                                request.baseUrl() + "|" + request.url() + "|" + request.originalUrl()));
        var router = HttpRouter.create().mount("/a/:b", inner).get("/a/x/y/z", _ -> HttpResponse.text("after"));

        assertThat(answer(router, "GET", "/A/x/y")).isEqualTo("/A/x|/y|/A/x/y");
        assertThat(answer(router, "GET", "/a/x/y/z")).isEqualTo("after");
        assertThat(answer(router, "GET", "/ab/x/y")).isEqualTo(PASSED_ON);
    }

    @Test
    void putsMiddlewareInFrontOfWhatComesAfterIt() throws Exception {
        var router = HttpRouter.create()
                .get("/free", _ -> HttpResponse.text("free"))
                .use((request, next) -> next.handle(request).withStatus(299))
                .get("/guarded", _ -> HttpResponse.text("guarded"));

        assertThat(router.handle(MockRequest.of("GET", "/free"), HttpRouterTest::passedOn)
                        .status())
                .isEqualTo(200);
        assertThat(router.handle(MockRequest.of("GET", "/guarded"), HttpRouterTest::passedOn)
                        .status())
                .isEqualTo(299);
    }

    private static String answer(HttpRouter router, String method, String path) throws Exception {
        return text(router.handle(MockRequest.of(method, path), HttpRouterTest::passedOn));
    }

    private static HttpResponse passedOn(HttpRequest request) {
        return HttpResponse.text(PASSED_ON);
    }

    private static String text(HttpResponse response) {
        return response.body() instanceof HttpBody.Bytes(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }
}
