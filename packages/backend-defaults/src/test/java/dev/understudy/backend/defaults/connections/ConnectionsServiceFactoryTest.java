// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.CONNECTIONS;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.app.api.StandaloneServices;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.backend.plugin.api.service.ConnectionsService;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConnectionsServiceFactoryTest {
    private static final ConnectionQuery QUERY = ConnectionQuery.ofUrl("https://gitlab.com/a");

    private final RecordingLogger rootLogger = RecordingLogger.create();
    private final RecordingLogger logger = RecordingLogger.create();

    @Test
    void readsConnectionsOnceAndLooksUpForEachPlugin() {
        var services = services("""
                {"connections": [{"type": "gitlab", "host": "gitlab.com", "match": {"plugins": ["catalog"]},
                  "auth": [{"method": "token", "token": "secret"}]}],
                 "integrations": {"github": [{"token": "t"}]}}""");
        var found = services.get(CONNECTIONS, "catalog").find("gitlab", QUERY, List.of("token"));
        assertThat(found.connection().title()).isEqualTo("GitLab");
        assertThat(found.auth().config().get("token").stringValue()).isEqualTo("secret");
        assertThat(found.auth()).hasToString("connectionAuth{token}");
        assertThatThrownBy(() -> services.get(CONNECTIONS, "search").find("gitlab", QUERY))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Connection not found for type \"gitlab\"");
        assertThat(rootLogger.lines())
                .containsExactly(
                        "debug Connections configuration resolved 1 connection from legacy integrations and 1 explicit"
                                + " connection",
                        "info Loaded 2 connections from configuration");
        assertThat(logger.lines())
                .containsExactly(
                        "debug Finding connection of type \"gitlab\" matching host \"gitlab.com\"",
                        "debug Selected connection of type \"gitlab\" for host \"gitlab.com\" using auth method"
                                + " \"token\"",
                        "debug Finding connection of type \"gitlab\" matching host \"gitlab.com\"");
    }

    @Test
    void saysNothingAboutNoConnections() {
        connections("{}");
        assertThat(rootLogger.lines())
                .containsExactly("debug Connections configuration resolved 0 connections from legacy integrations and 0"
                        + " explicit connections");
    }

    @Test
    void knowsNothingOfTypesThatDoNotExist() {
        assertThatThrownBy(() -> connections("{}").find("nope", QUERY))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Connection not found for type \"nope\"");
    }

    /** Where Backstage fails with a TypeError, or later, or not at all. */
    @Test
    void rejectsMalformedEntries() {
        var unknown = "Invalid connection of type \"unknown\" in connections config:\n";
        assertRejected("null", unknown + "Unrecognised connection type undefined");
        assertRejected("[1]", unknown + "Unrecognised connection type undefined");
        assertRejected("{\"type\": {\"a\": 1}}", unknown + "Unrecognised connection type {\"a\":1}");
        var gitlab = "{\"type\": \"gitlab\", \"host\": \"h\", %s}";
        var invalid = "Invalid connection of type \"gitlab\" in connections config:\n";
        assertRejected(
                gitlab.formatted("\"auth\": [null]"),
                invalid + "Auth entry for connection type \"gitlab\" is missing a \"method\" field");
        assertRejected(
                gitlab.formatted("\"auth\": [{\"method\": \"none\"}], \"title\": 5"),
                invalid + "✖ Invalid input: expected string, received number\n  → at title");
        assertRejected(
                gitlab.formatted("\"auth\": [{\"method\": \"none\", \"match\": {}}]"),
                invalid + "✖ Invalid input: expected array, received undefined\n  → at plugins");
    }

    @Test
    void asksForNoOrganizationWhereTheUrlHasNone() {
        var connections = connections("{\"integrations\": {\"github\": [{\"token\": \"t\"}]}}");
        var found = connections.find("github", ConnectionQuery.ofUrl("https://github.com"), List.of("token"));
        assertThat(found.auth().method()).isEqualTo("token");
    }

    private void assertRejected(String connection, String message) {
        assertThatThrownBy(() -> ConfiguredConnections.fromConfig(
                        ConfigReader.fromData(Json.parse("{\"connections\": [" + connection + "]}")), rootLogger))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private ConnectionsService connections(String config) {
        return services(config).get(CONNECTIONS, "catalog");
    }

    private StandaloneServices services(String config) {
        return StandaloneServices.create(
                List.of(ConnectionsServiceFactory.factory()),
                List.of(
                        createServiceFactory(ROOT_CONFIG, _ -> () -> ConfigReader.fromData(Json.parse(config))),
                        createServiceFactory(ROOT_LOGGER, _ -> () -> rootLogger),
                        createServiceFactory(LOGGER, _ -> () -> logger)));
    }
}
