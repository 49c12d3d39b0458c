// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which file a plugin's database is. */
record SqliteSettings(Optional<String> directory, Optional<String> filename) {
    private static final String IN_MEMORY = ":memory:";
    private static final SqliteSettings NONE = new SqliteSettings(Optional.empty(), Optional.empty());

    static SqliteSettings of(DatabaseConfig config, String pluginId) {
        if (!config.divisionMode().equals("database")) {
            throw new IllegalArgumentException(
                    "The SQLite driver does not support plugin division mode '" + config.divisionMode() + "'");
        }
        var base = parse(config.baseConnection());
        if (base.filename().filter(name -> !name.equals(IN_MEMORY)).isPresent()) {
            throw new IllegalArgumentException("`connection.filename` is not supported for the base sqlite connection."
                    + " Prefer `connection.directory` or provide a filename for the plugin connection instead.");
        }
        var own = config.pluginConnection(pluginId).map(SqliteSettings::parse).orElse(NONE);
        return own.over(config.isClientOverridden(pluginId) ? NONE : base);
    }

    private SqliteSettings over(SqliteSettings base) {
        return new SqliteSettings(directory.or(base::directory), filename.or(base::filename));
    }

    private static SqliteSettings parse(JsonNode connection) {
        return connection.isString()
                ? new SqliteSettings(Optional.empty(), Optional.of(connection.stringValue()))
                : new SqliteSettings(text(connection, "directory"), text(connection, "filename"));
    }

    private static Optional<String> text(JsonNode connection, String name) {
        var value = connection.path(name);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
