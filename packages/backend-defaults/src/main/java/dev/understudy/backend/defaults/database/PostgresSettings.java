// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plugin connects to.
 *
 * @param connection what node-postgres calls a client's configuration
 * @param database the database's name; empty for the server's default
 * @param schema the schema in which everything is; empty for the server's default
 */
record PostgresSettings(
        ObjectNode connection, Optional<String> database, Optional<String> schema, Optional<String> role) {
    private static final int LONGEST_NAME = 63;

    static PostgresSettings of(DatabaseConfig config, String pluginId) {
        var bySchema = config.divisionMode().equals("schema");
        var connection = connection(config, pluginId, bySchema);
        var named = Optional.of(connection.path("database").asString("")).filter(name -> !name.isEmpty());
        return new PostgresSettings(
                connection,
                bySchema ? named : Optional.of(named.orElse(config.prefix() + pluginId)),
                bySchema ? Optional.of(schema(config.schemaPrefix(), pluginId)) : Optional.empty(),
                config.role(pluginId));
    }

    private static ObjectNode connection(DatabaseConfig config, String pluginId, boolean keepDatabase) {
        var connection = Json.mapper().createObjectNode();
        if (!config.isClientOverridden(pluginId)) {
            connection.setAll(normalized(config.baseConnection()));
            if (!keepDatabase) {
                connection.remove("database");
            }
            if (connection.path("application_name").asString("").isEmpty()) {
                connection.put("application_name", "backstage_plugin_" + pluginId);
            }
        }
        config.pluginConnection(pluginId).map(PostgresSettings::normalized).ifPresent(connection::setAll);
        return connection;
    }

    private static ObjectNode normalized(JsonNode connection) {
        if (connection.isString()) {
            return PostgresUrl.parse(connection.stringValue());
        }
        var copy = Json.mapper().createObjectNode();
        connection.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        var text = copy.path("connectionString").asString("");
        copy.remove("connectionString");
        return text.isEmpty() ? copy : copy.setAll(PostgresUrl.parse(text));
    }

    private static String schema(String prefix, String pluginId) {
        var schema = prefix + pluginId;
        if (schema.getBytes(UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException("PostgreSQL schema name \"" + schema
                    + "\" exceeds the 63-byte limit. Consider using a shorter schemaPrefix (current: \"" + prefix
                    + "\") or plugin ID (current: \"" + pluginId + "\").");
        }
        return schema;
    }
}
