// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;

/** Compresses with a native library, which is loaded when the first client prefers this coding. */
final class Brotli {
    // the reference's: about as fast as gzip, and smaller
    private static final int QUALITY = 4;

    private Brotli() {}

    /** Whether there is a library for this system, and it can be loaded. */
    static boolean isAvailable() {
        return Brotli4jLoader.isAvailable();
    }

    static OutputStream encode(OutputStream out) throws IOException {
        return new BrotliOutputStream(out, Encoder.Parameters.create(QUALITY));
    }
}
