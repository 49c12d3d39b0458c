// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The section {@code backend.database}, seen from a plugin: what is set for it alone goes before the base. */
record DatabaseConfig(Config section) {
    private static final Pattern SCHEMA_PREFIX = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final String IN_MEMORY = "{\"client\":\"better-sqlite3\",\"connection\":\":memory:\"}";

    static DatabaseConfig fromConfig(Config config) {
        var section =
                config.optionalValue("backend.database").isPresent() ? config.config("backend.database") : inMemory();
        var schemaPrefix = section.optionalString("schemaPrefix").orElse("");
        if (!schemaPrefix.isEmpty() && !SCHEMA_PREFIX.matcher(schemaPrefix).matches()) {
            throw new IllegalArgumentException("Invalid schemaPrefix \"" + schemaPrefix
                    + "\". Schema prefix must start with a letter or underscore and contain only letters, numbers, and"
                    + " underscores.");
        }
        return new DatabaseConfig(section);
    }

    private static Config inMemory() {
        return ConfigReader.fromData(Json.mapper().readTree(IN_MEMORY));
    }

    String client(String pluginId) {
        return section.optionalString(plugin(pluginId, "client")).orElseGet(() -> section.string("client"));
    }

    boolean isClientOverridden(String pluginId) {
        return !client(pluginId).equals(section.string("client"));
    }

    boolean skipMigrations(String pluginId) {
        return section.optionalBool(plugin(pluginId, "skipMigrations"))
                .or(() -> section.optionalBool("skipMigrations"))
                .orElse(false);
    }

    boolean ensureExists(String pluginId) {
        return section.optionalBool(plugin(pluginId, "ensureExists"))
                .or(() -> section.optionalBool("ensureExists"))
                .orElse(true);
    }

    boolean ensureSchemaExists(String pluginId) {
        return section.optionalBool("ensureSchemaExists").orElse(false) || ensureExists(pluginId);
    }

    Optional<String> role(String pluginId) {
        return section.optionalString(plugin(pluginId, "role")).or(() -> section.optionalString("role"));
    }

    String prefix() {
        return section.optionalString("prefix").orElse("backstage_plugin_");
    }

    String schemaPrefix() {
        return section.optionalString("schemaPrefix").orElse("");
    }

    String divisionMode() {
        return section.optionalString("pluginDivisionMode").orElse("database");
    }

    JsonNode baseConnection() {
        return section.value("connection");
    }

    Optional<JsonNode> pluginConnection(String pluginId) {
        return section.optionalValue(plugin(pluginId, "connection"));
    }

    KnexConfig knexConfig(String pluginId) {
        return KnexConfig.merged(
                section.optionalValue("knexConfig"), section.optionalValue(plugin(pluginId, "knexConfig")));
    }

    PoolSettings pool(String pluginId) {
        return knexConfig(pluginId).pool();
    }

    private static String plugin(String pluginId, String key) {
        return "plugin." + pluginId + "." + key;
    }
}
