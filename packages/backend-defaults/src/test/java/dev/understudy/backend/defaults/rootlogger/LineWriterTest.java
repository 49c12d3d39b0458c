// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineWriterTest {
    private static final int WRITERS = 8;
    private static final int LINES = 2_000;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void writesEveryLineWholeAndThoseOfOneThreadInOrder() throws Exception {
        var writer = new LineWriter(new PrintStream(written));
        var threads = IntStream.range(0, WRITERS)
                .mapToObj(thread -> Thread.startVirtualThread(() -> IntStream.range(0, LINES)
                        .forEach(line -> writer.write((thread + " line " + line + "\n").getBytes(UTF_8)))))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        var lines = written.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(WRITERS * LINES);
        for (var thread = 0; thread < WRITERS; thread++) {
            var start = thread + " line ";
            assertThat(lines.stream().filter(line -> line.startsWith(start)))
                    .containsExactlyElementsOf(IntStream.range(0, LINES)
                            .mapToObj(line -> start + line)
                            .toList());
        }
    }

    @Test
    void letsWritersWaitWhenNobodyReads() throws Exception {
        var reads = new CountDownLatch(1);
        var writer = new LineWriter(new PrintStream(new Pipe(reads)));
        var count = new AtomicInteger();
        var threads = IntStream.range(0, WRITERS)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    for (var line = 0; line < LINES; line++) {
                        writer.write("x\n".getBytes(UTF_8));
                        count.incrementAndGet();
                    }
                }))
                .toList();

        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        assertThat(count.get()).isLessThan(WRITERS * LINES / 2);

        reads.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(written.size()).isEqualTo(WRITERS * LINES * "x\n".length());
    }

    private final class Pipe extends OutputStream {
        private final CountDownLatch reads;

        Pipe(CountDownLatch reads) {
            this.reads = reads;
        }

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                reads.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            written.write(bytes, offset, length);
        }
    }
}
