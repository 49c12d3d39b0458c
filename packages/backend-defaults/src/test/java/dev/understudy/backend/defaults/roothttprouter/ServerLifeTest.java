// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerLifeTest {
    @Test
    void saysWhereItListens() throws Exception {
        try (var server = TestServer.start()) {
            assertThat(server.logger().messages())
                    .containsExactly("Listening on 127.0.0.1:" + server.router().port());
        }
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws Exception {
        try (var server = TestServer.start()) {
            var taken = "\"listen\": \"127.0.0.1:" + server.router().port() + "\"";

            assertThatThrownBy(() -> TestServer.start(taken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Unable to listen on 127.0.0.1:" + server.router().port()
                                    + ". Stop the process that uses this address, or choose another one in config at"
                                    + " 'backend.listen'")
                    .hasRootCauseMessage("Address already in use");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"8000\"', ':8000'",
        "'\"localhost:8000\"', 'localhost:8000'",
        "'\":8000\"', ':8000'",
        "'{\"port\": \"8000\"}', ':8000'",
        "'{\"host\": \"::1\", \"port\": 8000}', '::1:8000'",
        "'{\"host\": \"0.0.0.0\"}', '0.0.0.0:7007'",
        "8001, ':8001'",
    })
    void readsWhereToListen(String listen, String expected) {
        assertThat(ListenAddress.fromConfig(TestServer.config("\"listen\": " + listen)))
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1:8000", "localhost", "localhost:x", ""})
    void refusesAddressesItCannotRead(String listen) {
        assertThatThrownBy(() -> ListenAddress.fromConfig(TestServer.config("\"listen\": \"" + listen + "\"")))
                .hasMessage("Unable to parse listen address " + listen + ", expected <port> or <host>:<port>");
    }

    @Test
    void warnsOfTimeoutsItCannotRead() throws Exception {
        try (var server = TestServer.start("\"server\": {\"headersTimeout\": \"soon\", \"timeout\": 1000}")) {
            assertThat(server.logger().messages().getFirst())
                    .startsWith("Failed to parse backend.server.headersTimeout as duration: ")
                    .endsWith("Falling back to number parsing.");
        }
    }

    @Test
    void letsOpenRequestsEndWhenItStops() throws Exception {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var server = TestServer.start().use("/slow", _ -> {
            entered.countDown();
            release.await();
            return HttpResponse.text("done");
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var idle = server.connect();
                var open = server.connect()) {
            idle.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            open.getOutputStream().write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            entered.await();

            var stopped = threads.submit(() -> {
                server.close();
                return true;
            });

            assertThat(TestServer.text(idle.getInputStream())).startsWith("TTP/1.1 404");
            await().until(() -> refusesConnections(server));
            assertThat(stopped).isNotDone();
            release.countDown();
            assertThat(TestServer.text(open.getInputStream()))
                    .contains("Connection: close")
                    .endsWith("done");
            assertThat(stopped.get()).isTrue();
        }
    }

    private static boolean refusesConnections(TestServer server) throws Exception {
        try (var socket = server.connect()) {
            return socket.isClosed();
        } catch (ConnectException refused) {
            return true;
        }
    }

    @Test
    void doesNotMistakeASlowHandlerForAnIdleConnection() throws Exception {
        try (var server = TestServer.start("\"server\": {\"keepAliveTimeout\": 100, \"headersTimeout\": 200}")) {
            var isLate = new CountDownLatch(1);
            server.use("/slow", _ -> {
                isLate.await();
                return HttpResponse.text("slow");
            });
            try (var socket = server.connect()) {
                for (var path : List.of("/.backstage/health/v1/liveness", "/slow")) {
                    var request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                }
                // one that came later, and was idle for too long
                try (var idle = server.connect()) {
                    var request = "GET /.backstage/health/v1/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
                    idle.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                    assertThat(TestServer.text(idle.getInputStream())).startsWith("HTTP/1.1 200");
                }
                isLate.countDown();

                assertThat(TestServer.text(socket.getInputStream())).endsWith("slow");
            }
        }
    }

    @Test
    void servesManyBlockedRequestsAtOnce() throws Exception {
        int many = 1000;
        var all = new CountDownLatch(many);
        try (var server = TestServer.start()) {
            server.use("/wait", _ -> {
                all.countDown();
                all.await();
                return HttpResponse.text("together");
            });
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int index = 0; index < many; index++) {
                    var _ = threads.submit(
                            () -> server.raw("GET /wait HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
                }
            }
            assertThat(all.getCount()).isZero();
        }
    }
}
