// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two backends on one PostgreSQL that find each other by {@code discovery.endpoints}. */
final class SplitDeploymentTest {
    @TempDir
    private Path folder;

    @Test
    void pluginsCallEachOtherAcrossProcesses() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var catalogPort = freePort();
            var teamsPort = freePort();
            var config = config(postgres.getPort(), catalogPort, teamsPort);
            try (var catalog = BackendProcess.start(CatalogMain.class, config, catalogPort, folder);
                    var teams = BackendProcess.start(TeamsMain.class, config, teamsPort, folder)) {
                teams.await(() -> teams.get("/api/teams/teams").body().equals("{\"teams\":[\"crew\"]}"));

                assertThat(teams.get("/api/teams/teams", "not-a-token").statusCode())
                        .isEqualTo(401);
                assertThat(catalog.get("/api/catalog/entities", "not-a-token").statusCode())
                        .isEqualTo(401);
                assertThat(catalog.stop()).isZero();

                assertThat(teams.get("/.backstage/health/v1/readiness").statusCode())
                        .isEqualTo(200);
                assertThat(teams.get("/api/teams/teams").statusCode()).isEqualTo(500);
            }
            try (var catalog = BackendProcess.start(CatalogMain.class, config, catalogPort, folder);
                    var second = BackendProcess.start(CatalogMain.class, config, freePort(), folder)) {
                var path = "/api/catalog/entities/by-name/group/default/crew";
                assertThat(second.get(path).body())
                        .contains("\"name\":\"crew\"")
                        .isEqualTo(catalog.get(path).body());
            }
        }
    }

    private Path config(int postgresPort, int catalogPort, int teamsPort) throws IOException {
        var entities = Files.writeString(folder.resolve("crew.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: crew}
                spec: {type: team, children: []}
                """);
        return Files.writeString(
                folder.resolve("app-config.yaml"), """
                app: {baseUrl: 'http://localhost:3000'}
                backend:
                  baseUrl: http://localhost:%1$d
                  database:
                    client: pg
                    connection: {host: localhost, port: %3$d, user: postgres, password: postgres}
                  auth:
                    externalAccess:
                      - {type: static, options: {token: test-token-of-a-service, subject: tester}}
                discovery:
                  endpoints:
                    - {target: 'http://localhost:%1$d/api/{{pluginId}}', plugins: [catalog]}
                    - {target: 'http://localhost:%2$d/api/{{pluginId}}', plugins: [teams]}
                catalog:
                  rules: [{allow: [Group]}]
                  locations: [{type: file, target: '%4$s'}]
                """.formatted(catalogPort, teamsPort, postgresPort, entities));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
