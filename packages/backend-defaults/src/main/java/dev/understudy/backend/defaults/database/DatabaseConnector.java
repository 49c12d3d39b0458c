// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;

/** Connects plugins to databases of one kind. */
sealed interface DatabaseConnector permits SqliteConnector, PostgresConnector {
    DatabaseDialect dialect();

    /** Makes the database where it may be made, and connects to it. */
    ConnectionPools connect(String pluginId);
}
