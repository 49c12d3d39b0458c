// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole backend under ten thousand malformed requests, many at once. */
final class MalformedRequestTest {
    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 100;
    private static final long MOST_GROWTH_BYTES = 5_000_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    @Test
    void neitherBreakNorSlowNorFillTheBackend(@TempDir Path directory) throws Exception {
        var threads = threads();
        try (var backend = CatalogLikeBackend.start(directory)) {
            send(backend, new MalformedRequests(1, CatalogLikeBackend.TOKEN), REQUESTS / 10);
            awaitNoConnections(backend);
            var before = heapInUse();

            send(backend, new MalformedRequests(2, CatalogLikeBackend.TOKEN), REQUESTS);

            assertThat(exchange(backend, backend.wellFormed())).startsWith("HTTP/1.1 200 ");
            assertThat(complaints).isEmpty();
            assertThat(statuses).contains(200, 204, 400, 401, 403, 404, 413, 414, 415, 417, 431);
            awaitNoConnections(backend);
            // what has just ended is not always collected at once
            Awaitility.await()
                    .untilAsserted(() -> assertThat(heapInUse() - before).isLessThan(MOST_GROWTH_BYTES));
        }
        Awaitility.await().untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(threads));
    }

    private void send(CatalogLikeBackend backend, MalformedRequests requests, int number) {
        try (var clients =
                Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory())) {
            for (int count = 0; count < number; count++) {
                var sample = requests.next();
                clients.execute(() -> send(backend, sample));
            }
        }
    }

    private void send(CatalogLikeBackend backend, MalformedRequests.Sample sample) {
        try {
            judge(sample, exchange(backend, sample));
        } catch (SocketTimeoutException hanging) {
            complaints.add(sample + "\n=> no answer");
        } catch (IOException failure) {
            complaints.add(sample + "\n=> " + failure);
        }
    }

    private void judge(MalformedRequests.Sample sample, String answer) {
        for (var found = STATUS.matcher(answer); found.find(); ) {
            var status = Integer.parseInt(found.group(1));
            statuses.add(status);
            if (status >= 500) {
                complaints.add(sample + "\n=> " + answer);
            }
        }
    }

    private static String exchange(CatalogLikeBackend backend, MalformedRequests.Sample sample) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(sample.bytes());
            } catch (SocketException closedByServer) {
                // it has heard enough; what it said is still to be read
            }
            return switch (sample.ending()) {
                case HALF_CLOSED -> {
                    shutdownOutput(socket);
                    yield read(socket);
                }
                case SILENT -> read(socket);
                case CLOSED -> "";
                case RESET -> {
                    socket.setSoLinger(true, 0);
                    yield "";
                }
            };
        }
    }

    private static void shutdownOutput(Socket socket) throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException closedByServer) {
            // as above
        }
    }

    private static String read(Socket socket) throws IOException {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try {
            for (int length; (length = socket.getInputStream().read(buffer)) >= 0; ) {
                answer.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException reset) {
            // what came before it counts
        }
        return answer.toString();
    }

    private static void awaitNoConnections(CatalogLikeBackend backend) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(backend.connections()).isZero());
    }

    private static long heapInUse() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http-"))
                .count();
    }
}
