// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Compresses longer bodies for clients that accept it. Backstage counterpart: {@code MiddlewareFactory.compression}. */
final class Compression implements HttpMiddleware {
    private static final int THRESHOLD = 1024;
    private static final int LEAST_RATIO = 4;

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        var response = next.handle(request);
        if (!isTransformable(response)) {
            return response;
        }
        var varied = response.withHeader(
                "Vary", HeaderTokens.vary(response.header("Vary").orElse(""), "Accept-Encoding"));
        if (isShort(varied.body())
                || varied.hasHeader("Content-Encoding")
                || request.method().equals("HEAD")) {
            return varied;
        }
        var coding = AcceptEncoding.chosenBy(request.headers("Accept-Encoding"));
        return coding == ContentCoding.IDENTITY ? varied : encode(varied, coding);
    }

    private static boolean isTransformable(HttpResponse response) {
        var type = response.header("Content-Type");
        return type.isPresent()
                && CompressibleTypes.contain(type.get())
                && response.header("Cache-Control")
                        .filter(HeaderTokens::hasNoTransform)
                        .isEmpty();
    }

    private static boolean isShort(HttpBody body) {
        return switch (body) {
            case HttpBody.Empty() -> true;
            case HttpBody.Bytes(var bytes) -> bytes.length < THRESHOLD;
            case HttpBody.Raw(var bytes) -> bytes.length < THRESHOLD;
            case HttpBody.Streaming _ -> false;
        };
    }

    private static HttpResponse encode(HttpResponse response, ContentCoding coding) {
        return response.withHeader("Content-Encoding", coding.token())
                .withoutHeader("Content-Length")
                .withBody(encode(response.body(), coding));
    }

    private static HttpBody encode(HttpBody body, ContentCoding coding) {
        return switch (body) {
            case HttpBody.Empty empty -> empty;
            case HttpBody.Bytes(var bytes) -> new HttpBody.Bytes(encode(bytes, coding));
            case HttpBody.Raw(var bytes) -> new HttpBody.Raw(encode(bytes, coding));
            case HttpBody.Streaming(var writer) ->
                new HttpBody.Streaming(out -> {
                    try (var encoded = coding.encode(new Unclosed(out))) {
                        writer.writeTo(encoded);
                    }
                });
        };
    }

    private static byte[] encode(byte[] bytes, ContentCoding coding) {
        var result = new ByteArrayOutputStream(bytes.length / LEAST_RATIO);
        try (var encoded = coding.encode(result)) {
            encoded.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return result.toByteArray();
    }

    /** Leaves it to the server to end the response. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
