// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A backend in a process of its own. */
final class BackendProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "test-token-of-a-service";

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();

    private BackendProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a backend on a port, and waits until it is ready. */
    static BackendProcess start(Class<?> main, Path config, int port, Path folder) throws IOException {
        var log = folder.resolve(main.getSimpleName() + "-" + System.nanoTime() + ".log");
        var own = Files.writeString(
                folder.resolve(port + ".yaml"), "backend: {listen: {host: 127.0.0.1, port: " + port + "}}");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        "--config",
                        config.toString(),
                        "--config",
                        own.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var backend = new BackendProcess(process, port, log);
        backend.await(() -> backend.get("/.backstage/health/v1/readiness").statusCode() == 200);
        return backend;
    }

    /** Waits for a condition; a backend that does not answer has not met it yet. */
    void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new AssertionError("It never came to that; the log says:\n" + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    HttpResponse<String> get(String path) {
        return get(path, TOKEN);
    }

    HttpResponse<String> get(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Has it stop as an operator would; returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It does not stop; the log says:\n" + log());
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** Ends it at once, with {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
