// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas on one PostgreSQL, of which one is killed with {@code -9} in the middle of a global task. */
final class KilledReplicaTest {
    @TempDir
    private Path folder;

    private record Turn(long process, Instant at) {
        static Turn parse(String line) {
            var parts = line.split(" ", 2);
            return new Turn(Long.parseLong(parts[0]), Instant.parse(parts[1]));
        }
    }

    @Test
    void leavesItsTaskToAnotherOneWhenTheTimeoutHasPassed() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var config = config(postgres.getPort());
            try (var holder = BackendProcess.start(TurnsMain.class, config, freePort(), folder)) {
                holder.await(() -> turns().size() == 1);
                holder.kill();
                var expiry = expiry(postgres);
                try (var survivor = BackendProcess.start(TurnsMain.class, config, freePort(), folder)) {
                    survivor.await(() -> Instant.now().isAfter(expiry));
                    // as an orchestrator would; a new replica looks for lost runs at once, old ones every minute
                    try (var replacement = BackendProcess.start(TurnsMain.class, config, freePort(), folder)) {
                        replacement.await(
                                () -> task(replacement).contains("\"status\":\"idle\"") && turns().size() > 1);

                        assertThat(turns()).hasSize(2);
                        assertThat(turns().getFirst().process()).isEqualTo(holder.pid());
                        assertThat(turns().getLast().process()).isIn(survivor.pid(), replacement.pid());
                        assertThat(turns().getLast().at()).isAfter(expiry);
                        assertThat(survivor.log() + replacement.log())
                                .containsOnlyOnce("Task timed out and was lost: turn");
                    }
                }
            }
        }
    }

    private static String task(BackendProcess replica) {
        return replica.get("/api/turns/.backstage/scheduler/v1/tasks").body();
    }

    private List<Turn> turns() {
        try {
            var file = folder.resolve("turns");
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Turn::parse).toList()
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Instant expiry(EmbeddedPostgres postgres) throws SQLException {
        var source = postgres.getDatabase("postgres", "backstage_plugin_turns");
        try (var connection = source.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select current_run_expires_at from backstage_backend_tasks__tasks")) {
            assertThat(rows.next()).isTrue();
            return rows.getTimestamp(1).toInstant();
        }
    }

    private Path config(int postgresPort) throws IOException {
        return Files.writeString(
                folder.resolve("app-config.yaml"), """
                backend:
                  baseUrl: http://localhost:7007
                  database:
                    client: pg
                    connection: {host: localhost, port: %d, user: postgres, password: postgres}
                  auth:
                    externalAccess:
                      - {type: static, options: {token: test-token-of-a-service, subject: tester}}
                turns: {file: '%s', timeout: 8s}
                """.formatted(postgresPort, folder.resolve("turns")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
