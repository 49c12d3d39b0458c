// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A type of connections.
 *
 * @param singleton whether there is only one, rather than one for each host
 */
record ConnectionType(
        String type, String title, boolean singleton, Fields fields, List<AuthMethod> authMethods, AuthRules rules) {
    /** One connection for each host. */
    static ConnectionType ofHosts(String type, String title, List<Field> fields, AuthMethod... authMethods) {
        var all = Stream.concat(Stream.of(Field.required("host")), fields.stream());
        return new ConnectionType(
                type, title, false, new Fields(all.toList(), List.of()), List.of(authMethods), AuthRules.FIRST);
    }

    ConnectionType with(AuthRules other) {
        return new ConnectionType(type, title, singleton, fields, authMethods, other);
    }

    Optional<AuthMethod> authMethod(String method) {
        return authMethods.stream()
                .filter(known -> known.method().equals(method))
                .findFirst();
    }

    /** How ways to log in go together, and which of them suits a query. */
    interface AuthRules {
        AuthRules FIRST = (auth, _) -> auth.stream().findFirst();

        Optional<ConfiguredAuth> pick(List<ConfiguredAuth> auth, ConnectionQuery query);

        /** Throws {@link dev.understudy.errors.InputException} for ways to log in that do not go together. */
        default void check(JsonNode config, List<ConfiguredAuth> auth) {}
    }
}
