// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starts processes and ends them, as an operator does. */
final class SignalTest {
    private final List<Process> processes = new ArrayList<>();

    /** Runs two backends until it is told to end; the argument says how. */
    static final class Program {
        private Program() {}

        static void main(String[] arguments) throws InterruptedException {
            start("one", () -> {});
            start("two", () -> {
                if (arguments[0].equals("failing")) {
                    throw new IllegalStateException("stuck");
                }
            });
            System.out.println("ready");
            if (!arguments[0].equals("ending")) {
                new CountDownLatch(1).await();
            }
        }

        private static void start(String name, Runnable hook) {
            TestBackends.plain()
                    .create()
                    .add(createBackendPlugin("catalog", reg -> {
                        var root = reg.require(ROOT_LIFECYCLE);
                        reg.registerInit(() -> root.get().addShutdownHook(() -> {
                            System.out.println("stopped " + name);
                            hook.run();
                        }));
                    }))
                    .start();
        }
    }

    @Test
    void stopsAllBackendsOnSignalsAndExitsWithZero() throws Exception {
        var process = program("waiting");
        var output = process.inputReader(UTF_8);
        terminateWhenReady(process, output);
        assertThat(output.readAllLines()).containsExactlyInAnyOrder("stopped one", "stopped two");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void exitsWithOneWhenAStopFails() throws Exception {
        var process = program("failing");
        var output = process.inputReader(UTF_8);
        terminateWhenReady(process, output);
        assertThat(output.readAllLines()).contains("stopped one", "java.lang.IllegalStateException: stuck");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void stopsAllBackendsWhenTheProcessHasNothingLeftToDo() throws Exception {
        var process = program("ending");
        assertThat(process.inputReader(UTF_8).readAllLines())
                .containsExactlyInAnyOrder("ready", "stopped one", "stopped two");
        assertThat(process.waitFor()).isZero();
    }

    private static void terminateWhenReady(Process process, BufferedReader output) throws IOException {
        assertThat(output.readLine()).isEqualTo("ready");
        process.toHandle().destroy(); // SIGTERM; the process would close its output here too
    }

    @AfterEach
    void leavesNoProcessBehind() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process program(String argument) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
        processes.add(process);
        return process;
    }
}
