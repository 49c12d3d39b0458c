// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when there is more than there may be. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long left;

    LimitedStream(InputStream in, long limit) {
        this(in, limit, limit);
    }

    /** A part, of which there may be as much as the parts before have left. */
    LimitedStream(InputStream in, long left, long limit) {
        super(in);
        this.left = left;
        this.limit = limit;
    }

    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        var octet = super.read();
        if (octet >= 0) {
            add(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        var skipped = super.skip(bytes);
        add(skipped);
        return skipped;
    }

    private void add(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("The archive has more than " + limit + " bytes when unpacked");
        }
    }
}
