// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks what a cache needs of memcached's text protocol. Entries never expire; their expiry can be looked at. */
public final class TestMemcached implements AutoCloseable {
    private final ServerSocket server;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /**
     * @param expiry the number of seconds, or the date, that the client sent
     */
    public record Entry(int flags, int expiry, String value) {}

    private TestMemcached(ServerSocket server) {
        this.server = server;
    }

    public static TestMemcached start() throws IOException {
        var memcached = new TestMemcached(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(memcached::accept);
        return memcached;
    }

    public String address() {
        return "localhost:" + port();
    }

    public int port() {
        return server.getLocalPort();
    }

    public Map<String, Entry> entries() {
        return entries;
    }

    public Entry entry(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var command = line(in);
            while (command.isPresent() && !command.get().equals("quit")) {
                answer(command.get().split(" ", -1), in, socket.getOutputStream());
                command = line(in);
            }
        } catch (IOException gone) {
            // the client has left
        }
    }

    private void answer(String[] words, InputStream in, OutputStream out) throws IOException {
        switch (words[0]) {
            case "get", "gets" -> {
                var entry = entries.get(words[1]);
                if (entry != null) {
                    var length = entry.value().length();
                    write(
                            out,
                            "VALUE " + words[1] + " " + entry.flags() + " " + length + "\r\n" + entry.value() + "\r\n");
                }
                write(out, "END\r\n");
            }
            case "set" -> {
                var value = new String(in.readNBytes(Integer.parseInt(words[4])), ISO_8859_1);
                line(in);
                entries.put(words[1], new Entry(Integer.parseInt(words[2]), Integer.parseInt(words[3]), value));
                write(out, "STORED\r\n");
            }
            case "delete" -> write(out, entries.remove(words[1]) == null ? "NOT_FOUND\r\n" : "DELETED\r\n");
            case "version" -> write(out, "VERSION 1.6.18\r\n");
            default -> write(out, "ERROR\r\n");
        }
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    private static Optional<String> line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.append((char) next);
        }
        return Optional.of(line.toString().strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
