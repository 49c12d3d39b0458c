// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a stream that takes too long, or that comes drop by drop: less than a KiB a second while its reader waits. The
 * JDK's own time limit ends with the headers.
 */
final class DeadlineStream extends FilterInputStream {
    private static final ScheduledThreadPoolExecutor TIMER = timer();
    private static final int LEAST_BYTES_A_SECOND = 1024;

    /**
     * How long a stream may take.
     *
     * @param whole for all of it
     * @param window how long it may come too slowly
     */
    record Limits(Duration whole, Duration window) {}

    private final String url;
    private final Limits limits;
    private final long start = System.nanoTime();
    private final Future<?> check;
    private volatile @Nullable String cut;
    private long windowStart = start;
    private long received;
    private long waited;
    // when the read that goes on began; 0 if there is none
    private long reading;

    DeadlineStream(InputStream body, String url, Limits limits) {
        super(body);
        this.url = url;
        this.limits = limits;
        var period = Math.min(limits.window().toMillis(), limits.whole().toMillis());
        this.check = TIMER.scheduleAtFixedRate(this::check, period, period, TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("scm-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private void check() {
        var now = System.nanoTime();
        if (now - start >= limits.whole().toNanos()) {
            end("took more than " + limits.whole().toSeconds() + " seconds");
        } else if (isTooSlow(now)) {
            end("came too slowly");
        }
    }

    /** Time in which nobody reads does not count, whatever the host does then. */
    private synchronized boolean isTooSlow(long now) {
        var inRead = reading == 0 ? 0 : now - Math.max(reading, windowStart);
        var seconds = (waited + inRead) / 1e9;
        var slow = seconds >= 0.9 * (now - windowStart) / 1e9 && received < seconds * LEAST_BYTES_A_SECOND;
        windowStart = now;
        received = 0;
        waited = 0;
        return slow;
    }

    private void end(String why) {
        cut = why;
        check.cancel(false);
        try {
            super.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        var count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        begin();
        var count = -1;
        try {
            count = super.read(target, offset, length);
        } catch (IOException failure) {
            throw explained(failure);
        } finally {
            finish(count);
        }
        if (count < 0 && cut != null) {
            throw explained(null);
        }
        return count;
    }

    private IOException explained(@Nullable IOException failure) {
        var why = cut;
        if (why == null && failure != null) {
            return failure;
        }
        return new IOException("The answer from " + url + " " + why, failure);
    }

    private synchronized void begin() {
        reading = System.nanoTime();
    }

    private synchronized void finish(int count) {
        waited += System.nanoTime() - Math.max(reading, windowStart);
        received += Math.max(0, count);
        reading = 0;
        if (count < 0) {
            check.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        check.cancel(false);
        super.close();
    }
}
