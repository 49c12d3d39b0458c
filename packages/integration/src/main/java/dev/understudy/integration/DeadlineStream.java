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

/** Closes a stream that takes too long, since the JDK's own time limit ends with the headers. */
final class DeadlineStream extends FilterInputStream {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Future<?> deadline;

    DeadlineStream(InputStream body, Duration limit) {
        super(body);
        this.deadline = TIMER.schedule(this::closeQuietly, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("scm-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        if (count < 0) {
            deadline.cancel(false);
        }
        return count;
    }

    private void closeQuietly() {
        try {
            super.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        deadline.cancel(false);
        super.close();
    }
}
