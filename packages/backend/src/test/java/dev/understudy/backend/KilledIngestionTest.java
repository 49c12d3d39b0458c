// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.types.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A catalog that is killed with {@code -9} while it takes in entities; {@code conformance/takeover/killed.mjs} is its long form. */
final class KilledIngestionTest {
    private static final int COMPONENTS = 150;
    private static final int TEAMS = 4;
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    @Test
    void endsWithTheCatalogOfAnUndisturbedRun() throws Exception {
        Map<String, JsonNode> expected;
        write(KILLS);
        try (var calm = start("calm")) {
            calm.await(() -> entities(calm).size() == all() && isOfRound(KILLS, entities(calm)));
            calm.await(() -> owned(entities(calm)) == COMPONENTS);
            expected = entities(calm);
        }
        for (var kill = 0; kill < KILLS; kill++) {
            write(kill);
            try (var victim = start("killed")) {
                var done = COMPONENTS / KILLS * kill;
                var round = kill;
                victim.await(() -> ofRound(round, entities(victim)) >= done);
                victim.kill();
            }
        }
        write(KILLS);
        try (var survivor = start("killed")) {
            survivor.await(() -> entities(survivor).equals(expected));
        }
    }

    private static int all() {
        return COMPONENTS + TEAMS + 1;
    }

    private static long ofRound(int round, Map<String, JsonNode> entities) {
        return entities.values().stream()
                .filter(entity ->
                        entity.at("/metadata/description").asString("").equals("Round " + round))
                .count();
    }

    private static boolean isOfRound(int round, Map<String, JsonNode> entities) {
        return ofRound(round, entities) == COMPONENTS;
    }

    /** How many relations teams have, each of which another entity brought about. */
    private static int owned(Map<String, JsonNode> entities) {
        return entities.values().stream()
                .filter(entity -> entity.get("kind").stringValue().equals("Group"))
                .mapToInt(group -> group.path("relations").size())
                .sum();
    }

    /** All entities but for their identities. */
    private static Map<String, JsonNode> entities(BackendProcess catalog) {
        var entities = new TreeMap<String, JsonNode>();
        for (var entity : Json.parse(catalog.get("/api/catalog/entities").body())) {
            var metadata = (ObjectNode) entity.get("metadata");
            metadata.remove("uid");
            metadata.remove("etag");
            var ref = entity.get("kind").stringValue().toLowerCase(Locale.ROOT) + ":default/"
                    + metadata.get("name").stringValue();
            entities.put(ref, entity);
        }
        return entities;
    }

    /** What every component says, and who owns it, differs from round to round, so that all is ingested anew. */
    private void write(int round) throws IOException {
        var teams = IntStream.range(0, TEAMS).mapToObj("""
                ---
                {apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: team-%d}, spec: {type: team, children: []}}
                """::formatted);
        var components = IntStream.range(0, COMPONENTS)
                .mapToObj(number -> """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: component-%d, description: Round %d}
                spec: {type: service, lifecycle: production, owner: team-%d}
                """.formatted(number, round, (number + round) % TEAMS));
        var text = Stream.concat(teams, components).collect(Collectors.joining());
        Files.writeString(folder.resolve("catalog.yaml"), text);
    }

    private BackendProcess start(String name) throws IOException {
        var database = Files.createDirectories(folder.resolve(name));
        var config = Files.writeString(
                folder.resolve(name + ".yaml"), """
                backend:
                  baseUrl: http://localhost:7007
                  database: {client: better-sqlite3, connection: {directory: '%s'}}
                  auth:
                    externalAccess:
                      - {type: static, options: {token: test-token-of-a-service, subject: tester}}
                catalog:
                  processingInterval: {seconds: 1}
                  locations:
                    - {type: file, target: '%s', rules: [{allow: [Component, Group]}]}
                """.formatted(database, folder.resolve("catalog.yaml")));
        return BackendProcess.start(CatalogMain.class, config, freePort(), folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
