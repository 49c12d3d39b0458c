// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.JsonBody;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends, byte by byte. A request that was hidden in another must never reach a handler. */
final class HostileRequestTest {
    private final AtomicInteger smuggled = new AtomicInteger();
    private TestServer server;

    HostileRequestTest() throws Exception {
        server = TestServer.start();
    }

    @BeforeEach
    void addRoutes() {
        server.use("/smuggled", _ -> {
            smuggled.incrementAndGet();
            return HttpResponse.text("smuggled");
        });
        server.use("/ok", _ -> HttpResponse.text("fine"));
        server.use(
                "/api/x",
                HttpRouter.create()
                        .post(
                                "/json",
                                request -> HttpResponse.text("read "
                                        + JsonBody.read(request)
                                                .map(Object::toString)
                                                .orElse("nothing")))
                        .get("/items/:id", request -> HttpResponse.text("item " + request.param("id"))));
    }

    @AfterEach
    void stillServes() throws Exception {
        assertThat(smuggled).hasValue(0);
        assertThat(server.get("/ok").body()).isEqualTo("fine");
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "GET /ok\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /ok HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /ok HTTP/1.1\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nNo-Colon\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nA: b\u0000c\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nA\u0000: b\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nBad Name: b\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\nhello",
                "GET /o\u0000k HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n",
                "GET /ok HTTP/1.1\r\n Host: x\r\n\r\n",
                "GET\t/ok\tHTTP/1.1\r\nHost: x\r\n\r\n",
                "G@T /ok HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            })
    void refusesMalformedRequests(String request) throws Exception {
        var answer = server.raw(request);

        assertThat(answer).matches("(?s)(HTTP/1\\.1 400 .*Connection: close.*|)");
        assertThat(answer).doesNotContain("fine", "<html", "Jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nContent-Length: 60",
                "Content-Length: 4, 60",
                "Content-Length: +4",
                "Content-Length: -1",
                "Content-Length: 0x4",
                "Content-Length: 99999999999999999999",
                "Content-Length: ",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding:\u000bchunked",
                "Transfer-Encoding : chunked",
            })
    void refusesAmbiguousLengths(String headers) throws Exception {
        var answer = server.raw("POST /api/x/json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers
                + "\r\n\r\n1\r\nZ\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 (400|413) .*Connection: close.*")
                .doesNotContain("smuggled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n",
                "5\r\nhello0\r\n\r\n",
                "ffffffffffffffff\r\nx",
                "-1\r\nx\r\n",
                "5;\u0000\r\nhello\r\n0\r\n\r\n",
                "2\r\n[]\r\n",
            })
    void refusesGarbageInChunks(String chunks) throws Exception {
        var answer = server.raw("POST /api/x/json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(answer).matches("(?s)(HTTP/1\\.1 4.*|)").doesNotContain("read");
    }

    @Test
    void refusesLinesThatEndInABareLineFeed() throws Exception {
        var answer = server.raw("GET /ok HTTP/1.1\nHost: x\n\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusesHeadersBeyondSixteenKilobytes() throws Exception {
        var answer = server.raw("GET /ok HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(20_000) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .contains("Connection: close")
                .doesNotContain("aaaa");
    }

    @Test
    void refusesTargetsBeyondSixteenKilobytes() throws Exception {
        var answer = server.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 414 ")
                .contains("Connection: close")
                .doesNotContain("aaaa");
    }

    @Test
    void refusesVeryManyHeaders() throws Exception {
        var answer = server.raw("GET /ok HTTP/1.1\r\nHost: x\r\n" + "a:b\r\n".repeat(2500) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").doesNotContain("fine");
    }

    @Test
    void refusesBodiesBeyondTheLimitAndKeepsNothingOfThemForTheNextRequest() throws Exception {
        var body = " ".repeat(150_000) + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

        var answer = server.raw("POST /api/x/json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("PayloadTooLargeError");
    }

    @Test
    void doesNotServeTheUnreadBodyOfARequestAsTheNextOne() throws Exception {
        var body = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

        var answer = server.raw("POST /ok HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("fine").doesNotContain("smuggled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/x/items/%2e%2e",
                "/api/x/items/..",
                "/api/x/items/a%2F..%2Fb",
                "/api/x/items/%00",
                "http://elsewhere/api/x/items/a",
                "/api/x/items/a;b=c",
                "/api/x/items/a?../../etc#fragment",
                "/api/x/items/a#fragment",
            })
    void leavesPathsAsTheyWereSent(String target) throws Exception {
        var answer = server.raw("GET " + target + " HTTP/1.1\r\nHost: "
                + (target.startsWith("http") ? "elsewhere" : "x") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("item ").doesNotContain("fragment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/x/items/a",
                "/api//x/items/a",
                "/../api/x/items/a",
                "/api/x/./items/a",
                "/%2Fapi/x/items/a",
                "/api%2Fx/items/a",
                "*",
                "/api/x/items/a/../b"
            })
    void doesNotTakeOnePathForAnother(String target) throws Exception {
        assertThat(server.raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.1 40[04] .*")
                .doesNotContain("item");
    }

    @Test
    void refusesMalformedPercentEncodingWhereItMatters() throws Exception {
        assertThat(server.raw("GET /api/x/items/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("{\"name\":\"URIError\",\"message\":\"Failed to decode param '%zz'\","
                        + "\"statusCode\":400,\"status\":400}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "FOO"})
    void knowsNothingOfOtherMethods(String method) throws Exception {
        var target = method.equals("CONNECT") ? "elsewhere:443" : "/api/x/items/a";

        assertThat(server.raw(method + " " + target + " HTTP/1.1\r\nHost: elsewhere:443\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.1 40[045] .*")
                .doesNotContain("item");
    }

    @Test
    void answersPipelinedRequestsInOrderOnOneConnection() throws Exception {
        var answer = server.raw("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n"
                + "POST /api/x/json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n[1]"
                + "GET /api/x/items/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsSubsequence("fine", "read [1]", "item a");
    }

    @Test
    void keepsConnectionsOpenBetweenRequests() throws Exception {
        try (var socket = server.connect()) {
            for (int request = 0; request < 3; request++) {
                send(socket, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(readUntil(socket, "fine")).contains("Keep-Alive: timeout=5");
            }
        }
    }

    @Test
    void servesOldClientsAndClosesAfterwards() throws Exception {
        try (var socket = server.connect()) {
            send(socket, "GET /ok HTTP/1.0\r\n\r\n");

            assertThat(TestServer.text(socket.getInputStream()))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("fine");
        }
    }

    @Test
    void closesConnectionsWhoseHeadersTrickleIn() throws Exception {
        try (var slow = TestServer.start("\"server\": {\"headersTimeout\": 300}");
                var socket = slow.connect()) {
            assertClosedWhileSending(socket, "GET /ok HTTP/1.1\r\nA: ");
        }
    }

    @Test
    void closesConnectionsThatNeverSendARequest() throws Exception {
        try (var slow = TestServer.start("\"server\": {\"headersTimeout\": 200}");
                var socket = slow.connect()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void closesIdleConnectionsAfterTheKeepAliveTimeout() throws Exception {
        try (var brief = TestServer.start("\"server\": {\"keepAliveTimeout\": \"PT0.2S\"}");
                var socket = brief.connect()) {
            send(socket, "GET /.backstage/health/v1/liveness HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(TestServer.text(socket.getInputStream())).endsWith("{\"status\":\"ok\"}");
        }
    }

    @Test
    void closesConnectionsAfterTheirLastRequest() throws Exception {
        try (var limited = TestServer.start("\"server\": {\"maxRequestsPerSocket\": 2}");
                var socket = limited.connect()) {
            var request = "GET /.backstage/health/v1/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
            send(socket, request);
            readUntil(socket, "\"ok\"}");
            send(socket, request);

            assertThat(TestServer.text(socket.getInputStream()))
                    .contains("Connection: close")
                    .endsWith("\"ok\"}");
        }
    }

    @Test
    void givesUpOnBodiesThatTrickleIn() throws Exception {
        try (var slow = TestServer.start("\"server\": {\"requestTimeout\": 300}")) {
            slow.use(
                    "/read",
                    request -> HttpResponse.text("read " + request.body().readAllBytes().length));
            try (var socket = slow.connect()) {
                assertClosedWhileSending(socket, "POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
            }
        }
    }

    private static void assertClosedWhileSending(Socket socket, String start) throws Exception {
        send(socket, start);
        socket.setSoTimeout(20);
        var deadline = System.nanoTime() + 10_000_000_000L;
        var in = socket.getInputStream();
        while (System.nanoTime() < deadline) {
            try {
                send(socket, "a");
                if (in.read() < 0) {
                    return;
                }
            } catch (java.net.SocketTimeoutException stillOpen) {
                // what was to be seen: go on sending
            } catch (java.net.SocketException closed) {
                return;
            }
        }
        throw new AssertionError("The connection stayed open");
    }

    private static void send(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String readUntil(Socket socket, String end) throws Exception {
        var text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new AssertionError("Ended early: " + text);
            }
            text.append((char) b);
        }
        return text.toString();
    }
}
