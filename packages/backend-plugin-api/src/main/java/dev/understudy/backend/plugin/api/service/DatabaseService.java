// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import javax.sql.DataSource;

/**
 * The plugin's own database. Thread-safe; connections are made on first use.
 *
 * <p>Backstage counterpart: {@code DatabaseService}.
 */
public interface DatabaseService {
    /**
     * Connections that read and write. On SQLite there is a single one, so whoever holds it keeps writers out.
     *
     * @throws dev.understudy.errors.BackendException when the database cannot be made or reached
     */
    DataSource dataSource();

    /** Connections for statements that only read. On SQLite they do not wait for writers. */
    DataSource readDataSource();

    DatabaseDialect dialect();

    /** Whether somebody else keeps the schema up to date, so the plugin must not migrate it. */
    boolean skipMigrations();
}
