// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.app.api.TestBackends.withoutLines;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.CONNECTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.PluginRegistration;
import dev.understudy.backend.plugin.api.service.Connection;
import dev.understudy.backend.plugin.api.service.ConnectionAuth;
import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.backend.plugin.api.service.ConnectionsService;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DeclaredConnectionsTest {
    private static final ConnectionQuery QUERY = ConnectionQuery.ofUrl("https://example.com/a");
    private static final ConnectionsService EVERYTHING = new ConnectionsService() {
        @Override
        public Connection find(String type, ConnectionQuery query) {
            return new Connection(type, "Title", Json.parse("{}"));
        }

        @Override
        public AuthorizedConnection find(String type, ConnectionQuery query, List<String> authMethods) {
            return new AuthorizedConnection(
                    find(type, query), new ConnectionAuth(authMethods.getFirst(), "Title", Json.parse("{}")));
        }
    };

    private final List<String> found = new ArrayList<>();
    private final TestBackends backends = TestBackends.plain();

    @Test
    void letsPluginsAndModulesFindWhatTheyDeclaredThemselves() {
        start(
                createBackendPlugin("catalog", asking("github", "gitlab")),
                createBackendModule("catalog", "gitlab", asking("gitlab", "github")));
        assertThat(found).containsExactlyInAnyOrder("github", "github token", "gitlab", "gitlab token");
    }

    @Test
    void rejectsConnectionsAfterInit() {
        assertThat(failureOf(createBackendPlugin("catalog", reg -> {
                    reg.registerInit(() -> {});
                    reg.registerConnection("github");
                })))
                .isEqualTo("registerConnection called after registerInit (declared at DeclaredConnectionsTest.java)");
    }

    @Test
    void rejectsConnectionsThatAreDeclaredTwice() {
        Consumer<PluginRegistration> twice = reg -> {
            reg.registerConnection("github");
            reg.registerConnection("github");
        };
        assertThat(failureOf(createBackendPlugin("catalog", twice)))
                .isEqualTo("Duplicate connection registration for type 'github' in plugin 'catalog'"
                        + " (declared at DeclaredConnectionsTest.java)");
        assertThat(failureOf(createBackendModule("catalog", "github", twice::accept)))
                .isEqualTo("Duplicate connection registration for type 'github' in module 'github' for plugin"
                        + " 'catalog' (declared at DeclaredConnectionsTest.java)");
    }

    private <R extends PluginRegistration> Consumer<R> asking(String declared, String other) {
        return reg -> {
            var connections = reg.require(CONNECTIONS);
            reg.registerConnection(declared);
            reg.registerInit(() -> ask(connections.get(), declared, other));
        };
    }

    private synchronized void ask(ConnectionsService connections, String declared, String other) {
        found.add(connections.find(declared, QUERY).type());
        var authorized = connections.find(declared, QUERY, List.of("token"));
        found.add(authorized.connection().type() + " " + authorized.auth().method());
        assertThatThrownBy(() -> connections.find(other, QUERY, List.of("token")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "Plugin attempted to look up an undeclared connection of type \"%1$s\". Declare it during register() with declareConnection(reg, { type: \"%1$s\" })."
                                .formatted(other));
        assertThatThrownBy(() -> connections.find(other, QUERY)).isInstanceOf(InputException.class);
    }

    private void start(BackendFeature... features) {
        try (var backend = backends.create(createServiceFactory(CONNECTIONS, _ -> () -> EVERYTHING))) {
            for (var feature : features) {
                backend.add(feature);
            }
            backend.add(plugin("other", () -> {})).start();
        }
    }

    private String failureOf(BackendFeature feature) {
        return withoutLines(catchThrowable(backends.create().add(feature)::start));
    }
}
