// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.integration.BoundedBytes;
import dev.understudy.integration.UriComponents;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/** What reading from stores of files has in common. */
public final class StoreReading {
    /** How many bytes a file may have. */
    public static final int MAX_FILE = HttpReading.MAX_FILE;

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private StoreReading() {}

    /**
     * A whole file, within 10 minutes if no single read blocks for ever.
     *
     * @param what the file is called in messages
     * @throws IOException if it is larger or slower than that
     */
    public static byte[] bytes(InputStream content, int limit, String what) throws IOException {
        return BoundedBytes.read(new Within(content, System.nanoTime() + DEADLINE.toNanos(), what), limit, what);
    }

    /** Looks at the clock between reads, none of which blocks for ever. */
    private static final class Within extends FilterInputStream {
        private final long deadline;
        private final String what;

        Within(InputStream content, long deadline, String what) {
            super(content);
            this.deadline = deadline;
            this.what = what;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(what + " took more than " + DEADLINE.toMinutes() + " minutes to read");
            }
            return super.read(target, offset, length);
        }
    }

    /** Whether the path of a URL, as it was written, names no folder by dots; escaped dots are dots. */
    public static boolean isPathWithoutDotSegments(String url) {
        var authority = url.indexOf("://");
        return authority >= 0 && hasNoDots(rawPath(url.substring(authority + 3)), true);
    }

    private static String rawPath(String afterScheme) {
        var withoutSuffix = afterScheme.split("[?#]", 2)[0];
        var start = withoutSuffix.replace('\\', '/').indexOf('/');
        return start < 0 ? "" : withoutSuffix.substring(start);
    }

    private static boolean hasNoDots(String path, boolean strict) {
        try {
            return Arrays.stream(UriComponents.decode(path).split("[\\\\/]", -1))
                    .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
        } catch (IllegalArgumentException malformed) {
            return !strict;
        }
    }

    /** Whether a segment of an object's name is dots, escaped or not, so that it could lead out of a folder. */
    static boolean hasDotSegments(String name) {
        return Arrays.stream(name.split("[\\\\/]", -1)).anyMatch(segment -> !hasNoDots(segment, false));
    }
}
