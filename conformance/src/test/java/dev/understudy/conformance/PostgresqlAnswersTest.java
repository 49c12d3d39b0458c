// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class PostgresqlAnswersTest {
    @TestFactory
    Stream<DynamicNode> areThoseOfTheReference(@TempDir Path folder) throws IOException {
        var postgres = EmbeddedPostgres.start();
        var config = folder.resolve("pg.yaml");
        Files.writeString(config, """
                backend:
                  database:
                    client: pg
                    connection: {host: localhost, port: %d, user: postgres, password: postgres}
                """.formatted(postgres.getPort()));
        return RecordedAnswers.replay(ConformanceBackend.start(config)).onClose(() -> {
            try {
                postgres.close();
            } catch (IOException failure) {
                throw new IllegalStateException("Cannot stop PostgreSQL", failure);
            }
        });
    }
}
