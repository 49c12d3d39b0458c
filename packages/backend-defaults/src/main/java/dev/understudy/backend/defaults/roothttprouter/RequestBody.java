// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.errors.HttpException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/** The body of a request, which has to arrive in the time that a whole request may take. */
final class RequestBody extends FilterInputStream {
    private final long deadline;

    private RequestBody(InputStream in, long deadline) {
        super(in);
        this.deadline = deadline;
    }

    static InputStream open(Request request, ServerTimeouts timeouts) {
        var in = Content.Source.asInputStream(request);
        if (request.getLength() == 0) {
            return in;
        }
        ConnectionPatience.duringContent(request, timeouts);
        return timeouts.request().isZero() ? in : new RequestBody(in, deadline(request, timeouts.request()));
    }

    private static long deadline(Request request, Duration allowed) {
        return request.getBeginNanoTime() + allowed.toNanos();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        return super.read(bytes, offset, length);
    }

    private void requireTime() {
        if (NanoTime.until(deadline) <= 0) {
            throw new HttpException("RequestTimeoutError", 408, "The request took too long to arrive", Map.of());
        }
    }
}
