// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompressionTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "gzip, gzip",
                "'gzip, deflate, br, zstd', br",
                "deflate, deflate",
                "br, br",
                "identity, -",
                "gzip;q=0, -",
                "'', -",
            })
    void compressesLongTextForWhoAcceptsIt(String accepted, String coding) throws Exception {
        try (var server = TestServer.start()) {
            server.use("/long", _ -> HttpResponse.text("x".repeat(3000)));

            var answer = server.get("/long", "Accept-Encoding", accepted);

            assertThat(answer.headers().firstValue("Content-Encoding").orElse(null))
                    .isEqualTo(coding);
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(answer.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void sendsBrotliThatReadsAsItWasWritten() throws Exception {
        var text = "{\"name\":\"ärger\"},".repeat(20_000);
        try (var server = TestServer.start()) {
            server.use("/long", _ -> HttpResponse.text(text));
            server.use(
                    "/stream",
                    _ -> HttpResponse.jsonStream(out -> {
                        out.write(text.getBytes(StandardCharsets.UTF_8), 0, 5000);
                        out.flush();
                        out.write(
                                text.getBytes(StandardCharsets.UTF_8),
                                5000,
                                text.getBytes(StandardCharsets.UTF_8).length - 5000);
                    }));

            for (var path : new String[] {"/long", "/stream"}) {
                var request = java.net.http.HttpRequest.newBuilder(server.uri(path))
                        .header("Accept-Encoding", "gzip, br")
                        .build();
                try (var client = java.net.http.HttpClient.newHttpClient()) {
                    var answer = client.send(request, BodyHandlers.ofByteArray());
                    assertThat(answer.headers().firstValue("Content-Encoding")).contains("br");
                    assertThat(answer.body()).hasSizeLessThan(5000);
                    assertThat(new BrotliInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo(text);
                }
            }
        }
    }

    @Test
    void compressesStreamsAndSendsTheirPiecesAtEachFlush() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/stream",
                    _ -> HttpResponse.jsonStream(out -> {
                        out.write("[1,".getBytes(StandardCharsets.UTF_8));
                        out.flush();
                        out.write("2]".getBytes(StandardCharsets.UTF_8));
                    }));

            var request = java.net.http.HttpRequest.newBuilder(server.uri("/stream"))
                    .header("Accept-Encoding", "gzip")
                    .build();
            try (var client = java.net.http.HttpClient.newHttpClient()) {
                var answer = client.send(request, BodyHandlers.ofByteArray());
                assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("[1,2]");
            }
        }
    }

    @Test
    void leavesShortAndIncompressibleAndForbiddenBodiesAlone() throws Exception {
        try (var server = TestServer.start()) {
            server.use("/short", _ -> HttpResponse.text("x"));
            server.use("/png", _ -> HttpResponse.text("x".repeat(3000)).withHeader("Content-Type", "image/png"));
            server.use("/asis", _ -> HttpResponse.text("x".repeat(3000)).withHeader("Cache-Control", "no-transform"));

            var shortHeaders = server.get("/short", "Accept-Encoding", "gzip").headers();
            assertThat(shortHeaders.map()).doesNotContainKey("Content-Encoding").containsKey("Vary");
            for (var path : new String[] {"/png", "/asis"}) {
                assertThat(server.get(path, "Accept-Encoding", "gzip").headers().map())
                        .doesNotContainKeys("Content-Encoding", "Vary");
            }
        }
    }
}
