// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;

import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.catalog.backend.module.scaffolder.entity.model.CatalogModuleScaffolderEntityModel;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A short life of the backend, from which the JVM learns what to prepare for the next start. */
final class Training {
    private static final String TOKEN = "training-only-token";
    private static final List<String> PATHS = List.of(
            "/.backstage/health/v1/readiness",
            "/api/catalog/entities",
            "/api/catalog/entities/by-query?limit=5&orderField=metadata.name,asc",
            "/api/catalog/entities/by-name/component/default/ticket-desk",
            "/api/catalog/entity-facets?facet=kind",
            "/api/catalog/nowhere");

    private Training() {}

    public static void main(String[] args) throws Exception {
        var port = freePort();
        try (var backend = createBackend("--config", configuration(port))) {
            backend.add(CatalogPlugin::feature);
            backend.add(CatalogModuleScaffolderEntityModel::feature);
            backend.start();
            awaitEntities(port);
            for (var path : PATHS) {
                get(port, path);
            }
        }
        System.exit(0);
    }

    private static String configuration(int port) throws IOException {
        var file = Files.createTempFile("training", ".yaml");
        file.toFile().deleteOnExit();
        Files.writeString(file, """
                app: {baseUrl: 'http://localhost:3000'}
                backend:
                  baseUrl: http://localhost:%1$d
                  listen: {port: %1$d, host: 127.0.0.1}
                  cors: {origin: 'http://localhost:3000', credentials: true}
                  database: {client: better-sqlite3, connection: ':memory:'}
                  auth:
                    externalAccess:
                      - {type: static, options: {token: %2$s, subject: training}}
                catalog:
                  rules: [{allow: [Component, System, API, Resource, Location, Domain, User, Group]}]
                  locations:
                    - {type: file, target: catalog.yaml}
                    - {type: file, target: organization.yaml}
                """.formatted(port, TOKEN));
        return file.toString();
    }

    private static void awaitEntities(int port) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!get(port, "/api/catalog/entities").contains("prompter")) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The examples were not ingested within 30 seconds");
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static String get(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
