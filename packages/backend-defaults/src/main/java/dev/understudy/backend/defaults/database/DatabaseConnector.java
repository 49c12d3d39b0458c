// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.util.List;

/** Connects plugins to databases of one kind. */
sealed interface DatabaseConnector permits SqliteConnector, PostgresConnector {
    DatabaseDialect dialect();

    /** What is configured for the plugin's database and has no effect, as full keys. */
    List<String> unheededKeys(String pluginId);

    /** Makes the database where it may be made, and connects to it. */
    ConnectionPools connect(String pluginId);
}
