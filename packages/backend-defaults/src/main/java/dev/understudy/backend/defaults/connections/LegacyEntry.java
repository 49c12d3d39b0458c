// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.config.Config;
import dev.understudy.errors.InputException;
import dev.understudy.integration.WebUrl;
import dev.understudy.types.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry of {@code integrations} or {@code aws} on its way to a connection. */
final class LegacyEntry {
    private final Config entry;
    private final ObjectNode connection = Json.mapper().createObjectNode();
    private final ArrayNode auth = Json.mapper().createArrayNode();

    LegacyEntry(String type, Config entry) {
        this.entry = entry;
        connection.put("type", type);
    }

    LegacyEntry host(String host) {
        connection.put("host", host);
        return this;
    }

    LegacyEntry hostOr(String absent) {
        return host(entry.optionalString("host").orElse(absent));
    }

    /** The host of the endpoint, if there is one. */
    LegacyEntry hostOfEndpointOr(String integration, String absent) {
        return host(entry.optionalString("endpoint")
                .map(endpoint -> WebUrl.tryParse(endpoint)
                        .map(WebUrl::host)
                        .orElseThrow(() -> new InputException(
                                "Invalid endpoint URL \"" + endpoint + "\" in " + integration + " config")))
                .orElse(absent));
    }

    /** Takes texts over as they are. */
    LegacyEntry strings(String... names) {
        copyStrings(entry, connection, names);
        return this;
    }

    LegacyEntry bool(String name) {
        entry.optionalBool(name).ifPresent(value -> connection.put(name, value));
        return this;
    }

    /** Adds a way to log in if everything that it needs is there. */
    LegacyEntry auth(String method, List<String> needed, String... optional) {
        if (needed.stream().allMatch(name -> entry.optionalString(name).isPresent())) {
            var added = addAuth(method);
            copyStrings(entry, added, needed.toArray(String[]::new));
            copyStrings(entry, added, optional);
        }
        return this;
    }

    ObjectNode addAuth(String method) {
        return auth.addObject().put("method", method);
    }

    /** The connection; one that nobody said how to log in to needs no login. */
    JsonNode orNoAuth() {
        if (auth.isEmpty()) {
            addAuth("none");
        }
        return complete();
    }

    JsonNode complete() {
        connection.set("auth", auth);
        return connection;
    }

    static void copyStrings(Config from, ObjectNode to, String... names) {
        Arrays.stream(names).forEach(name -> from.optionalString(name).ifPresent(value -> to.put(name, value)));
    }

    static void copyStringArray(Config from, String name, ObjectNode to, String newName) {
        Optional<List<String>> values = from.optionalStringArray(name);
        values.ifPresent(list -> list.forEach(to.withArray(newName)::add));
    }
}
