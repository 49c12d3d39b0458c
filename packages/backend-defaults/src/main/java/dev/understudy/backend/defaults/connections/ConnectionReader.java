// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.Connection;
import dev.understudy.backend.plugin.api.service.ConnectionAuth;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one connection, its ways to log in first. */
final class ConnectionReader {
    private static final Set<String> COMMON = Set.of("type", "title", "match", "auth");
    private static final Fields MATCH = Fields.of(Field.required("plugins", FieldKind.STRINGS));

    private ConnectionReader() {}

    /**
     * The connection, with an empty title if it has none.
     *
     * @param origin where it comes from, for messages
     */
    static ConfiguredConnection read(JsonNode raw, String origin) {
        try {
            return read(raw);
        } catch (InputException failure) { // says it all; as a cause, it would be said twice
            throw new InputException("Invalid connection of type \""
                    + raw.path("type").stringValue("unknown") + "\" " + origin + ":\n" + failure.getMessage());
        }
    }

    private static ConfiguredConnection read(JsonNode raw) {
        var type = ConnectionTypes.find(raw.path("type").stringValue(""))
                .orElseThrow(() -> new InputException("Unrecognised connection type " + textOf(raw.path("type"))));
        var entries = raw.path("auth");
        if (!entries.isArray() || entries.isEmpty()) {
            throw new InputException(
                    "Connection of type \"" + type.type() + "\" must configure at least one auth method");
        }
        var auth = entries.valueStream().map(entry -> readAuth(type, entry)).toList();
        var config = type.fields().readStrictly(raw, COMMON);
        type.rules().check(config, auth);
        var connection = new Connection(type.type(), title(raw).orElse(""), config);
        return new ConfiguredConnection(type, connection, plugins(raw), auth);
    }

    private static ConfiguredAuth readAuth(ConnectionType type, JsonNode raw) {
        var name = raw.path("method");
        if (!name.isString()) {
            throw new InputException(
                    "Auth entry for connection type \"" + type.type() + "\" is missing a \"method\" field");
        }
        var method = type.authMethod(name.stringValue())
                .orElseThrow(() -> new InputException("Unknown auth method \"" + name.stringValue()
                        + "\" for connection type \"" + type.type() + "\""));
        var config = method.fields().read(raw);
        var auth = new ConnectionAuth(method.method(), title(raw).orElse(method.title()), config);
        return new ConfiguredAuth(auth, plugins(raw));
    }

    private static Optional<String> title(JsonNode raw) {
        var title = raw.path("title");
        if (title.isMissingNode() || title.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                Fields.of(Field.required("title")).read(raw).get("title").stringValue());
    }

    private static Optional<List<String>> plugins(JsonNode raw) {
        var match = raw.path("match");
        if (match.isMissingNode() || match.isNull()) {
            return Optional.empty();
        }
        var plugins = MATCH.read(match).get("plugins");
        return Optional.of(plugins.valueStream().map(JsonNode::stringValue).toList());
    }

    private static String textOf(JsonNode type) {
        return switch (type.getNodeType()) {
            case MISSING -> "undefined";
            case ARRAY, OBJECT, POJO -> type.toString();
            case NULL, STRING, NUMBER, BOOLEAN, BINARY -> type.asString();
        };
    }
}
