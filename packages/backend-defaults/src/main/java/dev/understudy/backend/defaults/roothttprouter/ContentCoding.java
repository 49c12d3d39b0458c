// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The ways to send content, in the order in which they are offered. */
enum ContentCoding {
    BROTLI("br") {
        @Override
        OutputStream encode(OutputStream out) throws IOException {
            return Brotli.encode(out);
        }
    },
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
    },
    IDENTITY("identity") {
        @Override
        OutputStream encode(OutputStream out) {
            return out;
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
}
