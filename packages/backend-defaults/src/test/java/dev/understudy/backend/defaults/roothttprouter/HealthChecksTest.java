// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class HealthChecksTest {
    private static final String LIVENESS = "/.backstage/health/v1/liveness";
    private static final HttpResponse OK = HttpResponse.text("ok");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void areAnsweredInTurnWithOtherRequestsOfTheirConnection() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/slow", _ -> HttpResponse.text("slow"));

            var answers = server.raw(request(LIVENESS) + request("/slow") + request(LIVENESS) + request(LIVENESS)
                    + "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answers.replaceAll("(?s)HTTP/1.1 200 OK.*?\r\n\r\n", ""))
                    .isEqualTo("{\"status\":\"ok\"}slow{\"status\":\"ok\"}{\"status\":\"ok\"}slow");
        }
    }

    @Test
    void areAnsweredWhileOtherRequestsWait() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/slow", _ -> waiting());
            var slow = inBackground(server, "/slow");

            assertThat(server.get(LIVENESS).body()).isEqualTo("{\"status\":\"ok\"}");

            answered.countDown();
            assertThat(slow.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void holdNobodyUpWhenTheHealthServiceWaits() throws Exception {
        try (var server = TestServer.start(new WaitingHealth())) {
            holdsNobodyUp(server);
        }
    }

    @Test
    void holdNobodyUpWhenMiddlewareWaits() throws Exception {
        var options = RootHttpRouterOptions.defaults().withConfigure(context -> {
            context.app().use((request, next) -> request.path().equals(LIVENESS) ? waiting() : next.handle(request));
            context.applyDefaults();
        });
        try (var server = TestServer.start("", options)) {
            holdsNobodyUp(server);
        }
    }

    /** A count of requests may be kept in Redis. */
    @Test
    void mayWaitWhenRequestsAreCounted() {
        assertThat(neverWait("")).isTrue();
        assertThat(neverWait("\"rateLimit\": {\"store\": {\"type\": \"redis\", \"connection\": \"redis://x\"}}"))
                .isFalse();
    }

    private static boolean neverWait(String backendConfig) {
        var services = TestServer.services(
                TestServer.config(backendConfig), RecordingLogger.create(), new NodeEnvironment("test"));
        return HealthChecks.neverWait(RootHttpRouterOptions.defaults(), services);
    }

    private void holdsNobodyUp(TestServer server) throws Exception {
        server.use("/other", _ -> OK);
        var check = inBackground(server, LIVENESS);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(server.get("/other").body()).isEqualTo("ok");

        answered.countDown();
        assertThat(check.get().statusCode()).isEqualTo(200);
    }

    private HttpResponse waiting() throws InterruptedException {
        asked.countDown();
        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        return OK;
    }

    private static FutureTask<java.net.http.HttpResponse<String>> inBackground(TestServer server, String path) {
        var task = new FutureTask<>(() -> server.get(path));
        Thread.startVirtualThread(task);
        return task;
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private final class WaitingHealth implements RootHealthService {
        @Override
        public HttpResponse liveness() {
            try {
                return waiting();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public HttpResponse readiness() {
            return OK;
        }
    }
}
