// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts that keep one waiting, or send what they did not promise. */
final class SlowHostsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    private final CountDownLatch end = new CountDownLatch(1);
    private ServerSocket server;

    /** Writes to one connection after it has asked. */
    @FunctionalInterface
    private interface Host {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        server.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/x";
    }

    private void serve(Host host) {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                if (socket.getInputStream().read() >= 0) {
                    host.answer(socket.getOutputStream());
                }
            } catch (InterruptedException | IOException gone) {
                // the client has had enough, which is what is tested
            }
        });
    }

    private byte[] read(Duration window, Duration whole, int limit) throws IOException, InterruptedException {
        try (var response = ScmHttpClient.withTimeouts(window, whole).send(ScmRequest.get(url()))) {
            return response.bytes(limit);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Test
    void areGivenUpWhenTheyDoNotAnswer() {
        serve(_ -> end.await());
        assertThatThrownBy(() -> read(Duration.ofMillis(200), Duration.ofMinutes(1), 100))
                .isInstanceOf(IOException.class)
                .hasMessage("request timed out");
    }

    @Test
    void areGivenUpWhenTheyTrickle() {
        serve(out -> {
            out.write((HEAD + "Content-Length: 1000000\r\n\r\n").getBytes(UTF_8));
            while (!end.await(10, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        });
        assertThatThrownBy(() -> read(Duration.ofMillis(300), Duration.ofMinutes(1), 1_000_000))
                .hasMessage("The answer from " + url() + " came too slowly");
    }

    @Test
    void areGivenUpWhenTheyStopInTheMiddle() {
        serve(out -> {
            out.write((HEAD + "Content-Length: 100\r\n\r\nabc").getBytes(UTF_8));
            out.flush();
            end.await();
        });
        assertThatThrownBy(() -> read(Duration.ofMillis(300), Duration.ofMinutes(1), 1000))
                .hasMessage("The answer from " + url() + " came too slowly");
    }

    @Test
    void areGivenUpWhenTheyNeverEnd() {
        serve(out -> {
            out.write((HEAD + "\r\n").getBytes(UTF_8));
            var chunk = new byte[64 * 1024];
            while (end.getCount() > 0) {
                out.write(chunk);
            }
        });
        assertThatThrownBy(() -> read(Duration.ofMinutes(1), Duration.ofMinutes(1), 3_000_000))
                .hasMessage("The answer from " + url() + " has more than 3000000 bytes");
    }

    @Test
    void failWhenTheySendLessThanTheySay() {
        serve(out -> out.write((HEAD + "Content-Length: 100\r\n\r\nabc").getBytes(UTF_8)));
        assertThatThrownBy(() -> read(Duration.ofMinutes(1), Duration.ofMinutes(1), 1000))
                .isInstanceOf(IOException.class);
    }

    @Test
    void areReadNoFurtherThanTheySay() throws Exception {
        serve(out -> out.write((HEAD + "Content-Length: 3\r\n\r\nabcdef").getBytes(UTF_8)));
        assertThat(read(Duration.ofMinutes(1), Duration.ofMinutes(1), 1000))
                .asString()
                .isEqualTo("abc");
    }

    @Test
    void mayBeSlowWhileNobodyReads() throws Exception {
        serve(out -> out.write((HEAD + "Content-Length: 6\r\n\r\nabcdef").getBytes(UTF_8)));
        try (var response = ScmHttpClient.withTimeouts(Duration.ofMillis(50), Duration.ofMinutes(1))
                .send(ScmRequest.get(url()))) {
            assertThat(end.await(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(response.text()).isEqualTo("abcdef");
        }
    }
}
