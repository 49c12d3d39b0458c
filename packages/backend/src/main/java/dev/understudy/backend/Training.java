// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.understudy.config.loader.schema.ConfigSchema;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Prepares the fast start of the example backends: unpacks what would be unpacked at each start, and lives a short life of
 * a backend, from which the JVM learns which classes to prepare. Where things go is told by the system properties that the
 * start reads them from.
 */
final class Training {
    private static final String TOKEN = "training-only-token";
    private static final int COMPONENTS = 600;
    private static final int ROUNDS = 400;
    private static final int QUICK_ROUNDS = 5_000;
    private static final List<String> QUICK_PATHS =
            List.of("/.backstage/health/v1/readiness", "/api/catalog/entities/by-name/component/default/ticket-desk");
    private static final List<String> PATHS = List.of(
            "/api/catalog/entities",
            "/api/catalog/entities/by-query?limit=0",
            "/api/catalog/entities/by-query?limit=5&orderField=metadata.name,asc",
            "/api/catalog/entity-facets?facet=kind",
            "/api/catalog/nowhere");

    private Training() {}

    public static void main(String[] args) throws Exception {
        unpackSqlite(Path.of(System.getProperty("org.sqlite.lib.path")));
        ConfigSchema.fromClasspath(Training.class.getClassLoader())
                .prepare(Path.of(System.getProperty("understudy.config-schemas")));
        TrainingClasses.load();
        var port = freePort();
        var configuration = configuration(port);
        // each deployment has a few classes of its own
        CoreMain.backend("--config", configuration);
        CatalogMain.backend("--config", configuration);
        Main.main(new String[] {"--config", configuration});
        awaitEntities(port);
        practise(port, PATHS, ROUNDS);
        practise(port, QUICK_PATHS, QUICK_ROUNDS);
        System.exit(0);
    }

    /** Often enough for the JVM to see what is worth compiling; it remembers that beside the classes. */
    private static void practise(int port, List<String> paths, int rounds) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var round = 0; round < rounds; round++) {
                for (var path : paths) {
                    http.send(request(port, path), BodyHandlers.discarding());
                }
            }
        }
    }

    private static Path components() throws IOException {
        var yaml = IntStream.range(0, COMPONENTS).mapToObj("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: exercise-%1$d
                  description: "One of many, number %1$d"
                  tags: [java, web]
                  annotations: {example.com/slug: 'training/%1$d'}
                spec:
                  type: library
                  lifecycle: experimental
                  owner: crew-%1$d
                  dependsOn: ['component:exercise-%1$d', 'component:ticket-desk']
                """::formatted).collect(Collectors.joining("---\n"));
        var file = Files.createTempFile("training", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, yaml);
    }

    private static void unpackSqlite(Path folder) throws IOException {
        var library = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (var packed = LibraryLoaderUtil.class.getResourceAsStream(library)) {
            if (packed != null) {
                Files.createDirectories(folder);
                Files.copy(packed, folder.resolve(LibraryLoaderUtil.getNativeLibName()), REPLACE_EXISTING);
            }
        }
    }

    private static String configuration(int port) throws IOException {
        var file = Files.createTempFile("training", ".yaml");
        file.toFile().deleteOnExit();
        Files.writeString(file, """
                # comments, quotes and both styles, since each has classes of its own
                app: {title: "Training", baseUrl: 'http://localhost:3000'}
                backend:
                  # the address
                  baseUrl: http://localhost:%1$d
                  listen: {port: %1$d, host: 127.0.0.1}
                  csp: {connect-src: ["'self'", 'http:', 'https:']}
                  cors: {origin: 'http://localhost:3000', methods: [GET, POST], credentials: true}
                  database: {client: better-sqlite3, connection: ':memory:'}
                  auth:
                    externalAccess:
                      - {type: static, options: {token: %2$s, subject: training}}
                      - type: static
                        options: {token: another-training-token, subject: limited}
                        accessRestrictions: [{plugin: catalog, permission: catalog.entity.read}]
                integrations: {github: [{host: github.com, token: '${USER}'}]}
                permission: {enabled: true}
                catalog:
                  rules: [{allow: [Component, System, API, Resource, Location, Domain, User, Group]}]
                  locations:
                    - {type: file, target: catalog.yaml}
                    - {type: file, target: organization.yaml, rules: [{allow: [User, Group]}]}
                    - {type: file, target: missing.yaml}
                    - {type: file, target: '%3$s'}
                """.formatted(port, TOKEN, components()));
        return file.toString();
    }

    private static void awaitEntities(int port) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!isComplete(get(port, "/api/catalog/entities"))) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The examples were not ingested within 30 seconds");
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static boolean isComplete(String entities) {
        return entities.contains("prompter") && entities.split("exercise-\\d+\"", -1).length > COMPONENTS;
    }

    private static String get(int port, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request(port, path), BodyHandlers.ofString()).body();
        }
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
