// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes lines in the order in which they come. One that comes while others are written is left to whoever writes them, so
 * that nobody else waits for the stream; only when lines come faster than it takes them for long, all wait. Thread-safe.
 */
final class LineWriter {
    private static final int MOST_WAITING = 1024;

    private final PrintStream stream;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ReentrantLock writing = new ReentrantLock();

    LineWriter(PrintStream stream) {
        this.stream = stream;
    }

    void write(byte[] line) {
        while (!waiting.offer(line)) {
            writing.lock();
            writeWaiting();
        }
        while (!waiting.isEmpty() && writing.tryLock()) {
            writeWaiting();
        }
    }

    private void writeWaiting() {
        try {
            for (var line = waiting.poll(); line != null; line = waiting.poll()) {
                stream.write(line, 0, line.length);
            }
            stream.flush();
        } finally {
            writing.unlock();
        }
    }
}
