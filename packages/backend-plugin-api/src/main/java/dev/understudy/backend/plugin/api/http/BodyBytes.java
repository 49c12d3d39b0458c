// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The bytes of a body, decompressed, as many as are allowed. */
final class BodyBytes {
    // a client that still sends would not see the answer, so some of what is too much is read and dropped
    private static final long MOST_DROPPED = 1024 * 1024;

    private BodyBytes() {}

    static byte[] read(HttpRequest request, int limit) throws IOException {
        var encoding = request.header("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> identity(request, limit);
            case "gzip", "deflate" -> inflated(request, encoding, limit);
            default -> throw BodyErrors.unsupportedEncoding(encoding);
        };
    }

    private static byte[] identity(HttpRequest request, int limit) throws IOException {
        var declared = request.header("Content-Length").map(Long::parseLong).orElse(0L);
        if (declared > limit) {
            drop(request.body());
            throw BodyErrors.tooLong(declared, limit);
        }
        try {
            return bounded(request.body(), request.body(), limit);
        } catch (EOFException broken) {
            throw BodyErrors.aborted();
        }
    }

    private static byte[] inflated(HttpRequest request, String encoding, int limit) throws IOException {
        var body = request.body();
        try (var inflating = encoding.equals("gzip") ? new GZIPInputStream(body) : new InflaterInputStream(body)) {
            return bounded(inflating, body, limit);
        } catch (ZipException broken) {
            throw BodyErrors.brokenCompression();
        } catch (EOFException cut) {
            throw BodyErrors.cutCompression();
        }
    }

    private static byte[] bounded(InputStream in, InputStream body, int limit) throws IOException {
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            drop(body);
            throw BodyErrors.tooMuchReceived(bytes.length, limit);
        }
        return bytes;
    }

    private static void drop(InputStream body) throws IOException {
        var buffer = new byte[8192];
        long dropped = 0;
        while (dropped < MOST_DROPPED) {
            int count = body.read(buffer);
            if (count < 0) {
                return;
            }
            dropped += count;
        }
    }
}
