// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.errors.HttpException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/**
 * The body of a request, which has to arrive in the time that a whole request may take. What goes wrong with it is the client's
 * doing, and said so.
 */
final class RequestBody extends FilterInputStream {
    private static final Duration NO_LIMIT = Duration.ofDays(365);

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
        var allowed = timeouts.request().isZero() ? NO_LIMIT : timeouts.request();
        return new RequestBody(in, request.getBeginNanoTime() + allowed.toNanos());
    }

    @Override
    public int read() throws IOException {
        requireTime();
        try {
            return super.read();
        } catch (IOException failure) {
            throw brokenOff(failure);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        try {
            return super.read(bytes, offset, length);
        } catch (IOException failure) {
            throw brokenOff(failure);
        }
    }

    private void requireTime() {
        if (NanoTime.until(deadline) <= 0) {
            throw tooSlow();
        }
    }

    private static HttpException brokenOff(IOException failure) {
        return failure.getCause() instanceof TimeoutException ? tooSlow() : aborted();
    }

    private static HttpException aborted() {
        return new HttpException(
                "BadRequestError", 400, "request aborted", Map.of("code", "ECONNABORTED", "type", "request.aborted"));
    }

    private static HttpException tooSlow() {
        return new HttpException("RequestTimeoutError", 408, "The request took too long to arrive", Map.of());
    }
}
