// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.HttpException;
import dev.understudy.errors.SerializedErrors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {
    private static final String TYPE = "Content-Type";
    private static final FakeRequest POST = FakeRequest.of("POST", "/");

    @Test
    void readsObjectsAndArrays() throws Exception {
        assertThat(JsonBody.read(POST.withBody("{\"a\":\"é\"}", TYPE, "application/json"))
                        .orElseThrow())
                .hasToString("{\"a\":\"é\"}");
        assertThat(JsonBody.read(POST.withBody("\ufeff [1] ", TYPE, "Application/JSON; charset=\"UTF-8\""))
                        .orElseThrow())
                .hasToString("[1]");
        assertThat(JsonBody.read(POST.withBody(
                                "[1]".getBytes(StandardCharsets.UTF_16LE), TYPE, "application/json;charset=utf-16le"))
                        .orElseThrow())
                .hasToString("[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void findsOutTheOrderOfBytes(String written) throws Exception {
        var bytes = "{\"a\":1}".getBytes(Charset.forName(written));

        assertThat(JsonBody.read(POST.withBody(bytes, TYPE, "application/json; charset=utf-16"))
                        .orElseThrow())
                .hasToString("{\"a\":1}");
    }

    @Test
    void takesAnEmptyBodyForAnEmptyObject() throws Exception {
        assertThat(JsonBody.read(POST.withBody("", TYPE, "application/json")).orElseThrow())
                .hasToString("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/vnd.x+json",
                "application/jsonx",
                "json",
                "",
                "application/json;",
                "application/json; charset",
                "application/json; charset=",
                "application/json, text/plain"
            })
    void ignoresBodiesOfOtherTypes(String type) throws Exception {
        assertThat(JsonBody.read(POST.withBody("{", TYPE, type))).isEmpty();
        assertThat(JsonBody.read(POST)).isEmpty();
    }

    @Test
    void refusesMalformedJsonAsTheReferenceDoes() {
        assertThat(failure(POST.withBody("{\"a\":", TYPE, "application/json")))
                .isEqualTo(
                        "{\"name\":\"SyntaxError\",\"message\":\"Unexpected end of JSON input\",\"expose\":true,"
                                + "\"statusCode\":400,\"status\":400,\"body\":\"{\\\"a\\\":\",\"type\":\"entity.parse.failed\"}");
        assertThat(failure(POST.withBody("{\"a\":1}x", TYPE, "application/json")))
                .contains("Unexpected non-whitespace character after JSON at position 7 (line 1 column 8)");
    }

    @Test
    void refusesWhatIsNeitherObjectNorArray() {
        assertThat(failure(POST.withBody("\"abc\"", TYPE, "application/json")))
                .contains("\"message\":\"Unexpected token '\\\"', \\\"\\\"abc\\\"\\\" is not valid JSON\"");
        assertThat(failure(POST.withBody("  ", TYPE, "application/json"))).contains("Unexpected end of JSON input");
        assertThat(failure(POST.withBody("undefined", TYPE, "application/json")))
                .contains("Unexpected token 'u', \\\"undefined\\\" is not valid JSON");
    }

    @Test
    void refusesBodiesBeyondTheLimit() {
        assertThat(failure(POST.withBody(" ".repeat(102_401), TYPE, "application/json")))
                .isEqualTo("{\"name\":\"PayloadTooLargeError\",\"message\":\"request entity too large\","
                        + "\"expected\":102401,\"length\":102401,\"limit\":102400,\"type\":\"entity.too.large\"}");
    }

    @Test
    void inflatesCompressedBodies() throws Exception {
        assertThat(JsonBody.read(POST.withBody(gzip("[1]"), TYPE, "application/json", "Content-Encoding", "gzip"))
                        .orElseThrow())
                .hasToString("[1]");
        assertThat(JsonBody.read(POST.withBody(deflate("[2]"), TYPE, "application/json", "Content-Encoding", "Deflate"))
                        .orElseThrow())
                .hasToString("[2]");
    }

    @Test
    void refusesBodiesThatInflateBeyondTheLimit() throws Exception {
        var bomb = gzip(" ".repeat(50_000_000));

        assertThat(failure(POST.withBody(bomb, TYPE, "application/json", "Content-Encoding", "gzip")))
                .isEqualTo("{\"name\":\"PayloadTooLargeError\",\"message\":\"request entity too large\","
                        + "\"limit\":102400,\"received\":102401,\"type\":\"entity.too.large\"}");
    }

    @Test
    void refusesBrokenAndUnknownEncodings() throws Exception {
        assertThat(failure(POST.withBody("{}", TYPE, "application/json", "Content-Encoding", "gzip")))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"incorrect header check\",\"errno\":-3,"
                        + "\"code\":\"Z_DATA_ERROR\",\"expose\":true,\"statusCode\":400,\"status\":400}");
        assertThat(failure(POST.withBody(
                        Arrays.copyOf(gzip("{}"), 15), TYPE, "application/json", "Content-Encoding", "gzip")))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"unexpected end of file\",\"errno\":-5,"
                        + "\"code\":\"Z_BUF_ERROR\",\"expose\":true,\"statusCode\":400,\"status\":400}");
        assertThat(failure(POST.withBody("{}", TYPE, "application/json; charset=utf-32")))
                .contains("unsupported charset \\\"UTF-32\\\"");
        assertThat(failure(POST.withBody("{}", TYPE, "application/json", "Content-Encoding", "br")))
                .isEqualTo("{\"name\":\"UnsupportedMediaTypeError\",\"message\":\"unsupported content encoding"
                        + " \\\"br\\\"\",\"encoding\":\"br\",\"type\":\"encoding.unsupported\"}");
        assertThat(failure(POST.withBody("{}", TYPE, "application/json; charset=latin1")))
                .isEqualTo("{\"name\":\"UnsupportedMediaTypeError\",\"message\":\"unsupported charset"
                        + " \\\"LATIN1\\\"\",\"charset\":\"latin1\",\"type\":\"charset.unsupported\"}");
    }

    @Test
    void refusesVeryDeepNesting() {
        var deep = "[".repeat(40_000) + "]".repeat(40_000);

        assertThat(failure(POST.withBody(deep, TYPE, "application/json"))).contains("too large or too deep");
    }

    private static String failure(HttpRequest request) {
        var caught = new HttpException[1];
        assertThatThrownBy(() -> JsonBody.read(request))
                .isInstanceOfSatisfying(HttpException.class, failure -> caught[0] = failure);
        return SerializedErrors.toJson(caught[0], false).toString();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
