// SPDX-License-Identifier: Apache-2.0
/**
 * SQL for plugins: statements over JDBC, and migrations whose record is the one that knex keeps, so that a database can
 * be taken over from Backstage and handed back.
 *
 * <pre>{@code
 * KnexMigrator.create(database, List.of(Migration.sql("20260101_init.js", "create table todos (id text primary key)")))
 *         .latest();
 * var titles = Sql.writing(database).query("select title from todos where id = ?", row -> row.getString(1), id);
 * }</pre>
 *
 * Backstage counterpart: knex, as far as plugins need it.
 */
@NullMarked
package dev.understudy.backend.database;

import org.jspecify.annotations.NullMarked;
