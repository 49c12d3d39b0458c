// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.time.Instant;
import java.util.List;

/** The tables in which knex records what ran, and its lock. */
final class MigrationRecord {
    private final Sql sql;
    private final String table;
    private final String lockTable;

    MigrationRecord(Sql sql, String name) {
        this.sql = sql;
        this.table = '"' + name + '"';
        this.lockTable = '"' + name + "_lock\"";
    }

    void create() {
        if (exists(table) && exists(lockTable) && hasLockRow()) {
            return;
        }
        sql.inTransaction(transaction -> {
            if (sql.dialect() == DatabaseDialect.POSTGRESQL) {
                // two processes that create one table at the same time would fail, even with IF NOT EXISTS
                transaction.query("select pg_advisory_xact_lock(hashtext(?))", _ -> true, "migrate " + table);
            }
            createTables();
            transaction.update("insert into " + lockTable + " (is_locked) select 0 where not exists (select 1 from "
                    + lockTable + ")");
            return this;
        });
    }

    private void createTables() {
        var id = switch (sql.dialect()) {
            case SQLITE -> " integer not null primary key autoincrement";
            case POSTGRESQL -> " serial primary key";
        };
        var time = switch (sql.dialect()) {
            case SQLITE -> "datetime";
            case POSTGRESQL -> "timestamptz";
        };
        sql.script("create table if not exists " + table + " (\"id\"" + id
                + ", \"name\" varchar(255), \"batch\" integer, \"migration_time\" " + time + ")");
        sql.script("create table if not exists " + lockTable + " (\"index\"" + id + ", \"is_locked\" integer)");
    }

    private boolean exists(String quotedTable) {
        var name = quotedTable.substring(1, quotedTable.length() - 1);
        var question = switch (sql.dialect()) {
            case SQLITE -> "select 1 from sqlite_master where type = 'table' and name = ?";
            case POSTGRESQL ->
                "select 1 from information_schema.tables where table_schema = current_schema() and table_name = ?";
        };
        return sql.one(question, _ -> true, name).isPresent();
    }

    private boolean hasLockRow() {
        return sql.one("select 1 from " + lockTable, _ -> true).isPresent();
    }

    List<String> names() {
        return sql.query("select name from " + table + " order by id", row -> row.getString(1));
    }

    int lastBatch() {
        return sql.one("select max(batch) from " + table, row -> row.getInt(1)).orElse(0);
    }

    void add(String name, int batch) {
        sql.update(
                "insert into " + table + " (batch, migration_time, name) values (?, ?, ?)", batch, Instant.now(), name);
    }

    void lock() {
        if (sql.update("update " + lockTable + " set is_locked = 1 where is_locked = 0") != 1) {
            throw new MigrationLockedException(lockTable);
        }
    }

    void unlock() {
        sql.update("update " + lockTable + " set is_locked = 0");
    }
}
