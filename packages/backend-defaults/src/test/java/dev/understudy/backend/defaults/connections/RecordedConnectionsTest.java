// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.service.Connection;
import dev.understudy.backend.plugin.api.service.ConnectionAuth;
import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.BackendException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Backstage makes of configurations and queries, as record.cjs recorded it. */
final class RecordedConnectionsTest {
    @ParameterizedTest
    @MethodSource("readings")
    void readsConfigurationsAsBackstageDoes(JsonNode recorded) {
        var logger = RecordingLogger.create();
        var actual = answer("connections", () -> {
            var connections = Json.mapper().createArrayNode();
            ConfiguredConnections.fromConfig(ConfigReader.fromData(recorded.get("config")), logger)
                    .forEach(connection -> connections.add(json(connection)));
            return connections;
        });
        var lines = logger.lines().stream()
                .filter(line -> !line.startsWith("info Loaded "))
                .toList();
        assertEqual(actual, lines, recorded);
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void findsConnectionsAsBackstageDoes(JsonNode recorded) {
        var logger = RecordingLogger.create();
        var connections = PluginConnections.of(
                ConfiguredConnections.fromConfig(
                        ConfigReader.fromData(recorded.get("config")), RecordingLogger.create()),
                recorded.get("plugin").stringValue(),
                logger);
        assertEqual(answer("found", () -> find(connections, recorded.get("question"))), logger.lines(), recorded);
    }

    private static JsonNode find(PluginConnections connections, JsonNode question) {
        var type = question.get("type").stringValue();
        var query = query(question.get("query"));
        if (!question.has("authMethods")) {
            return json(connections.find(type, query));
        }
        var methods = question.get("authMethods")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        var found = connections.find(type, query, methods);
        return json(found.connection()).set("auth", json(found.auth()));
    }

    private static ConnectionQuery query(JsonNode query) {
        return query.has("url")
                ? ConnectionQuery.ofUrl(query.get("url").stringValue())
                : new ConnectionQuery.Aws(text(query, "accountId"), text(query, "arn"));
    }

    private static Optional<String> text(JsonNode object, String name) {
        return object.path(name).stringValueOpt();
    }

    private static ObjectNode answer(String key, Supplier<JsonNode> supplier) {
        var answer = Json.mapper().createObjectNode();
        try {
            answer.set(key, supplier.get());
        } catch (BackendException failure) {
            answer.putObject("error").put("name", failure.name()).put("message", failure.getMessage());
        }
        return answer;
    }

    private static void assertEqual(ObjectNode actual, List<String> log, JsonNode recorded) {
        log.forEach(actual.putArray("log")::add);
        var expected = (ObjectNode) recorded.deepCopy();
        expected.remove(List.of("config", "plugin", "question"));
        assertThat(Json.stableStringify(actual)).as(recorded.toString()).isEqualTo(Json.stableStringify(expected));
    }

    private static ObjectNode json(ConfiguredConnection connection) {
        var json = json(connection.connection());
        connection.plugins().ifPresent(ids -> addMatch(json, ids));
        var auth = json.putArray("auth");
        for (var entry : connection.auth()) {
            var added = json(entry.auth());
            entry.plugins().ifPresent(ids -> addMatch(added, ids));
            auth.add(added);
        }
        return json;
    }

    private static void addMatch(ObjectNode json, List<String> pluginIds) {
        pluginIds.forEach(json.putObject("match").putArray("plugins")::add);
    }

    private static ObjectNode json(Connection connection) {
        return ((ObjectNode) connection.config().deepCopy())
                .put("type", connection.type())
                .put("title", connection.title());
    }

    private static ObjectNode json(ConnectionAuth auth) {
        return ((ObjectNode) auth.config().deepCopy())
                .put("method", auth.method())
                .put("title", auth.title());
    }

    static Stream<JsonNode> readings() throws IOException {
        return recorded().filter(line -> !line.has("question"));
    }

    static Stream<JsonNode> lookups() throws IOException {
        return recorded().filter(line -> line.has("question"));
    }

    private static Stream<JsonNode> recorded() throws IOException {
        try (var input =
                requireNonNull(RecordedConnectionsTest.class.getResourceAsStream("recorded.jsonl"), "recorded.jsonl")) {
            return new String(input.readAllBytes(), UTF_8).lines().map(Json::parse).toList().stream();
        }
    }
}
