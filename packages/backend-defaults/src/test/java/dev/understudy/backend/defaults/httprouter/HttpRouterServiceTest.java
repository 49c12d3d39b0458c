// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.inventory.PluginInventory;
import dev.understudy.backend.defaults.roothttprouter.NodeEnvironment;
import dev.understudy.backend.defaults.roothttprouter.TestServer;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpRouterService.HttpAuthPolicy;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRouterServiceTest {
    private static final String[] USER = {"Authorization", "Bearer user"};
    private static final String[] SERVICE = {"Authorization", "Bearer service"};

    private final FakeLifecycle lifecycle = new FakeLifecycle();
    private final PluginInventory inventory = new PluginInventory();
    private final RecordingLogger logger = RecordingLogger.create();

    @Test
    void letsInUsersAndServicesOnly() throws Exception {
        try (var server = TestServer.start()) {
            start(server, "").use(HttpRouter.create().get("/a", _ -> HttpResponse.text("a")));
            lifecycle.startup();

            assertThat(server.get("/api/x/a", USER).body()).isEqualTo("a");
            assertThat(server.get("/api/x/a", SERVICE).body()).isEqualTo("a");
            var refused = server.get("/api/x/a?b=c");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body())
                    .isEqualTo("{\"error\":{\"name\":\"AuthenticationError\",\"message\":\"Missing credentials\"},"
                            + "\"request\":{\"method\":\"GET\",\"url\":\"/a?b=c\"},\"response\":{\"statusCode\":401}}");
            assertThat(server.get("/api/x/nothing").statusCode()).isEqualTo(401);
            assertThat(server.get("/api/x/nothing", USER).statusCode()).isEqualTo(404);
            assertThat(server.get("/api/x/nothing", USER).body()).isEmpty();
            assertThat(server.get("/api/x/a", "Cookie", "backstage-auth=cookie").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void opensPathsByPolicy() throws Exception {
        try (var server = TestServer.start()) {
            var router = start(server, "");
            router.use(HttpRouter.create()
                    .get("/open/:id", _ -> HttpResponse.text("open"))
                    .get("/cookie", _ -> HttpResponse.text("cookie")));
            router.addAuthPolicy("/open", HttpAuthPolicy.UNAUTHENTICATED);
            router.addAuthPolicy("/cookie", HttpAuthPolicy.USER_COOKIE);
            lifecycle.startup();

            assertThat(server.get("/api/x/open/a").body()).isEqualTo("open");
            assertThat(server.get("/api/x/cookie").statusCode()).isEqualTo(401);
            assertThat(server.get("/api/x/cookie", "Cookie", "backstage-auth=cookie")
                            .body())
                    .isEqualTo("cookie");
        }
    }

    @Test
    void letsEverybodyInWhenTheDefaultPolicyIsDisabled() throws Exception {
        try (var server = TestServer.start()) {
            start(server, "\"auth\": {\"dangerouslyDisableDefaultAuthPolicy\": true}")
                    .use(HttpRouter.create().get("/a", _ -> HttpResponse.text("a")));
            lifecycle.startup();

            assertThat(server.get("/api/x/a").body()).isEqualTo("a");
        }
    }

    @Test
    void triesRoutersInTheOrderInWhichTheyCame() throws Exception {
        try (var server = TestServer.start()) {
            var router = start(server, "");
            router.use(HttpRouter.create().get("/a", _ -> HttpResponse.text("first")));
            router.use(HttpRouter.create()
                    .get("/a", _ -> HttpResponse.text("second"))
                    .get("/b", _ -> HttpResponse.text("third")));
            lifecycle.startup();

            assertThat(server.get("/api/x/a", USER).body()).isEqualTo("first");
            assertThat(server.get("/api/x/b", USER).body()).isEqualTo("third");
        }
    }

    @Test
    void tellsItsPublicKeysToEverybodyEvenBeforeStartup() throws Exception {
        try (var server = TestServer.start()) {
            start(server, "");

            assertThat(server.get("/api/x/.backstage/auth/v1/jwks.json").body())
                    .isEqualTo("{\"keys\":[{\"kid\":\"k\"}]}");
        }
    }

    @Test
    void issuesAndClearsCookiesForUsersOnly() throws Exception {
        try (var server = TestServer.start()) {
            start(server, "");
            lifecycle.startup();
            var path = "/api/x/.backstage/auth/v1/cookie";

            var issued = server.get(path, USER);
            assertThat(issued.body()).isEqualTo("{\"expiresAt\":\"2026-01-01T00:00:00.000Z\"}");
            assertThat(issued.headers().firstValue("Set-Cookie")).contains("backstage-auth=limited");
            assertThat(server.get(path, SERVICE).statusCode()).isEqualTo(403);
            var cleared = server.send("DELETE", path, USER);
            assertThat(cleared.statusCode()).isEqualTo(204);
            assertThat(cleared.headers().firstValue("Set-Cookie")).contains("backstage-auth=");
            assertThat(server.send("DELETE", path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void holdsRequestsUntilThePluginHasStarted() throws Exception {
        try (var server = TestServer.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            start(server, "").use(HttpRouter.create().get("/a", _ -> HttpResponse.text("a")));

            var held = threads.submit(() -> server.get("/api/x/a", USER).body());
            assertThat(server.get("/.backstage/health/v1/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(held).isNotDone();
            lifecycle.startup();

            assertThat(held.get()).isEqualTo("a");
        }
    }

    @Test
    void givesUpOnPluginsThatStartTooSlowly() throws Exception {
        try (var server = TestServer.start()) {
            start(server, "\"lifecycle\": {\"startupRequestPauseTimeout\": {\"milliseconds\": 20}}");

            var refused = server.get("/api/x/a", USER);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body())
                    .startsWith("{\"error\":{\"name\":\"ServiceUnavailableError\","
                            + "\"message\":\"Service has not started up yet\"}");
        }
    }

    @Test
    void turnsRequestsAwayOnceThePluginStops() throws Exception {
        try (var server = TestServer.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            start(server, "");
            var held = threads.submit(() -> server.get("/api/x/a", USER));
            await().until(() -> !held.isDone());

            lifecycle.shutdown();

            assertThat(held.get().statusCode()).isEqualTo(503);
            assertThat(held.get().body()).contains("\"message\":\"Service is shutting down\"");
            assertThat(server.get("/api/x/a", USER).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void limitsRequestsOfOnePlugin() throws Exception {
        try (var server = TestServer.start()) {
            start(
                            server,
                            "\"rateLimit\": {\"global\": false, \"plugin\": {\"x\": {\"incomingRequestLimit\": 1,"
                                    + " \"ipAllowList\": []}}}")
                    .use(HttpRouter.create().get("/a", _ -> HttpResponse.text("a")));
            lifecycle.startup();

            assertThat(server.get("/api/x/a", USER).statusCode()).isEqualTo(200);
            assertThat(server.get("/api/x/a", USER).statusCode()).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, /anything, true",
        "*, /anything, true",
        "/foo, /foo, true",
        "/foo, /FOO/, true",
        "/foo, /foo/bar, true",
        "/foo, /foobar, false",
        "/foo, /bar/foo, false",
        "/foo, //foo, false",
        "/foo, /foo%2Fbar, false",
        "/foo/:id, /foo, false",
        "/foo/:id, /foo/, false",
        "/foo/:id, /foo/a/b, true",
        "/foo/:id/x, /foo/a/y, false",
        "/foo/*rest, /foo/a/b, true",
        "/foo/*rest, /foo/, false",
        "/foo/*rest, /foo, false",
    })
    void matchesPolicyPathsWithAllBelowThem(String policy, String path, boolean expected) {
        assertThat(AuthPolicyPath.parse(policy).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "", "/foo-:id", "/foo*", "/{foo}", "/(a|b)", "/foo/:", "/*a/b"})
    void refusesPolicyPathsThatItWouldReadOtherwiseThanTheirAuthor(String policy) {
        assertThatThrownBy(() -> AuthPolicyPath.parse(policy))
                .hasMessage("Invalid auth policy path '" + policy
                        + "', must start with '/' and may have ':name' for a whole segment and '*name' for the rest");
    }

    private DefaultHttpRouter start(TestServer server, String backendConfig) {
        var auth = new FakeAuth();
        return DefaultHttpRouter.create(
                new DefaultHttpRouter.Services(
                        "x",
                        TestServer.config(backendConfig),
                        logger,
                        lifecycle,
                        server.rootHttpRouter(),
                        auth,
                        auth,
                        inventory),
                new NodeEnvironment("test"));
    }
}
