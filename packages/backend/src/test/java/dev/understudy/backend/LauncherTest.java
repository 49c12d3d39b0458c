// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher as people do, in a folder that looks like a built one. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    @TempDir
    private Path home;

    private record Ended(int status, String out, String err) {}

    @BeforeEach
    void lookBuilt() throws IOException {
        Files.copy(Path.of("../../understudy"), home.resolve("understudy"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectory(home.resolve("plugins"));
        var target = Files.createDirectories(home.resolve("packages/backend/target"));
        Files.createFile(Files.createDirectory(target.resolve("lib")).resolve("some.jar"));
        writeJar(target.resolve("backend.jar"));
        Files.createFile(target.resolve("built"));
    }

    private static void writeJar(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        var classPath = Stream.of(System.getProperty("java.class.path").split(":"))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }

    private Process launch(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", home.resolve("understudy").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return end(launch(Map.of(), arguments));
    }

    private Ended end(Process process) throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), text("out"), text("err"));
    }

    private String text(String file) throws IOException {
        return Files.readString(home.resolve(file), UTF_8);
    }

    private String config(String yaml) throws IOException {
        return Files.writeString(home.resolve("test.yaml"), yaml).toString();
    }

    private String backendConfig(int port, String database) throws IOException {
        return config("""
                backend:
                  baseUrl: http://localhost:%1$d
                  listen: {port: %1$d, host: 127.0.0.1}
                  database: %2$s
                """.formatted(port, database));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void tellsWhatItCanDoWhenAskedForSomethingElse() throws Exception {
        var ended = run("dance");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("usage: ./understudy start [NAME] [--config FILE]...");
        assertThat(run("start", "everything").err())
                .isEqualTo("understudy: there is no backend 'everything'; there are: backend, catalog, core\n");
    }

    @Test
    void saysWhichJdkIsMissing() throws Exception {
        // a machine with the tools of the system, but with none of the folders that a JDK is looked for in
        var script = text("understudy").replaceAll("/usr/lib/jvm/\\*25\\* /opt/\\*jdk\\*25\\*", "");
        Files.writeString(home.resolve("understudy"), script);
        var bin = Files.createDirectory(home.resolve("bin"));
        for (var tool : List.of("bash", "dirname", "readlink", "grep")) {
            Files.copy(Path.of("/usr/bin", tool), bin.resolve(tool), COPY_ATTRIBUTES);
        }
        var bare = Map.of("PATH", bin.toString(), "JAVA_HOME", "", "JDK25_HOME", "", "HOME", home.toString());
        var ended = end(launch(bare, "config", "check"));
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err())
                .isEqualTo(
                        "understudy: needs a JDK 25, and found none in JAVA_HOME, in JDK25_HOME, in the usual folders or"
                                + " on the PATH; install one (for example Temurin 25) or point JDK25_HOME at it\n");
    }

    @Test
    void printsAndChecksConfiguration() throws Exception {
        var good = config("app: {baseUrl: 'http://localhost:3000'}\nbackend: {baseUrl: 'http://localhost:7007'}\n");
        assertThat(run("config", "check", "--config", good))
                .isEqualTo(new Ended(0, "The configuration is valid\n", ""));
        assertThat(run("config", "print", "--config", good).out()).contains("baseUrl: http://localhost:3000");
        var bad = config("backend: {listen: {port: [1]}}\n");
        var ended = run("config", "check", "--config", bad);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("error: ").contains(bad);
    }

    @Test
    void startsAndStopsOnASignal() throws Exception {
        var file = backendConfig(freePort(), "{client: better-sqlite3, connection: ':memory:'}");
        var process = launch(Map.of("NODE_ENV", "production"), "start", "core", "--config", file);
        while (process.isAlive() && !text("out").contains("Listening on 127.0.0.1:")) {
            Thread.onSpinWait();
        }
        // the JVM has taken the launcher's place, so that the signal reaches it
        assertThat(process.children()).isEmpty();
        process.destroy();
        var ended = end(process);
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var file = backendConfig(taken.getLocalPort(), "{client: better-sqlite3, connection: ':memory:'}");
            var ended = end(launch(Map.of(), "start", "core", "--config", file));
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .contains("Unable to listen on 127.0.0.1:" + taken.getLocalPort()
                            + ". Stop the process that uses this"
                            + " address, or choose another one in config at 'backend.listen'");
        }
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() throws Exception {
        var connection = "{client: pg, connection: {host: 127.0.0.1, port: " + freePort() + ", user: a, password: b}}";
        var ended = end(launch(Map.of(), "start", "catalog", "--config", backendConfig(freePort(), connection)));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("BackendStartupError: Backend startup failed due to the following errors:\n"
                        + "  Plugin 'catalog' startup failed; caused by ");
    }
}
