// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Reads into memory what others send. Large files are read few at a time, so that many of them together do not fill
 * memory either.
 */
public final class BoundedBytes {
    private static final int LARGE = 1024 * 1024;
    private static final long MEMORY_FOR_EACH = 512L * 1024 * 1024;
    private static final int CHUNK = 16 * 1024;
    private static final Semaphore TURNS =
            new Semaphore(Math.clamp(Runtime.getRuntime().maxMemory() / MEMORY_FOR_EACH, 1, 16));

    private BoundedBytes() {}

    /**
     * The whole of a stream; the caller closes it.
     *
     * @param what the stream is called in messages
     * @throws IOException if there are more bytes than that
     */
    public static byte[] read(InputStream stream, int limit, String what) throws IOException {
        var start = stream.readNBytes(Math.min(limit, LARGE));
        if (start.length < Math.min(limit, LARGE)) {
            return start;
        }
        try {
            TURNS.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading " + what);
        }
        try {
            return rest(start, stream, limit, what);
        } finally {
            TURNS.release();
        }
    }

    private static byte[] rest(byte[] start, InputStream stream, int limit, String what) throws IOException {
        var result = new ByteArrayOutputStream(2 * start.length);
        result.writeBytes(start);
        var chunk = new byte[CHUNK];
        for (var count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
            if (count > limit - result.size()) {
                throw new IOException(what + " has more than " + limit + " bytes");
            }
            result.write(chunk, 0, count);
        }
        return result.toByteArray();
    }
}
