// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The ways to compress content, the preferred one first. */
enum ContentCoding {
    GZIP("gzip") {
        @Override
        OutputStream encode(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER, true);
        }
    },
    DEFLATE("deflate") {
        @Override
        OutputStream encode(OutputStream out) {
            return new Deflating(out);
        }
    };

    private static final int BUFFER = 4096;

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    /** A stream that compresses; each flush lets the reader see what was written before it. */
    abstract OutputStream encode(OutputStream out) throws IOException;

    /** The coding that the client likes best, if it likes one at least as much as none. */
    static Optional<ContentCoding> accepted(List<String> acceptEncoding) {
        if (acceptEncoding.isEmpty()) {
            return Optional.empty();
        }
        var header = String.join(",", acceptEncoding);
        var best = GZIP;
        double bestWeight = 0;
        for (var coding : values()) {
            double weight = Weights.of(header, coding.token);
            if (weight > bestWeight) {
                best = coding;
                bestWeight = weight;
            }
        }
        return bestWeight > 0 && bestWeight >= Weights.ofIdentity(header) ? Optional.of(best) : Optional.empty();
    }

    /** Frees the native memory of its deflater, which a plain stream leaves to the collector. */
    private static final class Deflating extends DeflaterOutputStream {
        Deflating(OutputStream out) {
            super(out, new Deflater(), BUFFER, true);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                def.end();
            }
        }
    }

    private static final class Weights {
        static double of(String header, String token) {
            double wildcard = 0;
            for (var part : HeaderTokens.split(header)) {
                int semicolon = part.indexOf(';');
                var name = semicolon < 0 ? part : part.substring(0, semicolon).strip();
                if (name.equalsIgnoreCase(token)) {
                    return weight(part, semicolon);
                }
                if (name.equals("*")) {
                    wildcard = weight(part, semicolon);
                }
            }
            return wildcard;
        }

        // named explicitly it counts as written, otherwise it is only the last resort
        static double ofIdentity(String header) {
            return header.contains("identity") ? of(header, "identity") : 0;
        }

        private static double weight(String part, int semicolon) {
            int equals = semicolon < 0 ? -1 : part.indexOf("q=", semicolon);
            if (equals < 0) {
                return 1;
            }
            try {
                return Double.parseDouble(part.substring(equals + 2).strip());
            } catch (NumberFormatException malformed) {
                return 0;
            }
        }
    }
}
