// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings a schema up to date and keeps knex's record of it: which migrations ran, in which batch, and a lock that keeps
 * other processes out, Backstage's included.
 *
 * <p>Counterpart: {@code knex.migrate}.
 */
public final class KnexMigrator {
    private final DatabaseService database;
    private final List<Migration> migrations;
    private final String table;

    private KnexMigrator(DatabaseService database, List<Migration> migrations, String table) {
        this.database = database;
        this.migrations = List.copyOf(migrations);
        this.table = table;
    }

    /** A migrator for all migrations there are, in the order in which they run. */
    public static KnexMigrator create(DatabaseService database, List<Migration> migrations) {
        return new KnexMigrator(database, migrations, "knex_migrations");
    }

    /** The same migrator with its record in another table, for schemas that share a database. */
    public KnexMigrator withTable(String name) {
        return new KnexMigrator(database, migrations, name);
    }

    /**
     * Runs the migrations that have not run yet, all or none where they are transactional, unless the database is
     * configured to be migrated by somebody else.
     *
     * @return the names of the migrations that ran
     * @throws IllegalStateException when the database records migrations that are not known here
     * @throws MigrationLockedException when another process left its lock
     */
    public List<String> latest() {
        if (database.skipMigrations()) {
            return List.of();
        }
        return Sql.writing(database).onConnection(this::latest);
    }

    private List<String> latest(Sql sql) {
        var record = new MigrationRecord(sql, table);
        record.create();
        var pending = pending(record);
        if (pending.isEmpty()) {
            return List.of();
        }
        return pending.stream().allMatch(Migration::transactional)
                ? sql.inTransaction(_ -> runLocked(record, sql))
                : runUnlockingOnFailure(record, sql);
    }

    private List<String> runUnlockingOnFailure(MigrationRecord record, Sql sql) {
        try {
            return runLocked(record, sql);
        } catch (MigrationLockedException locked) {
            throw locked;
        } catch (RuntimeException failure) {
            record.unlock();
            throw failure;
        }
    }

    private List<String> runLocked(MigrationRecord record, Sql sql) {
        record.lock();
        // others may have migrated while this process waited for the lock
        var pending = pending(record);
        var batch = record.lastBatch() + 1;
        var ran = new ArrayList<String>();
        for (var migration : pending) {
            run(migration, sql);
            record.add(migration.name(), batch);
            ran.add(migration.name());
        }
        record.unlock();
        return List.copyOf(ran);
    }

    private static void run(Migration migration, Sql sql) {
        try {
            if (migration.transactional()) {
                sql.inTransaction(transaction -> {
                    migration.work().run(transaction);
                    return migration;
                });
            } else {
                migration.work().run(sql);
            }
        } catch (Exception failure) {
            throw new IllegalStateException("Migration '" + migration.name() + "' failed", failure);
        }
    }

    private List<Migration> pending(MigrationRecord record) {
        var completed = record.names();
        var known = migrations.stream().map(Migration::name).collect(Collectors.toSet());
        var missing = completed.stream().filter(name -> !known.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The migration directory is corrupt, the following files are missing: "
                    + String.join(", ", missing));
        }
        var done = new HashSet<>(completed);
        return migrations.stream()
                .filter(migration -> !done.contains(migration.name()))
                .toList();
    }
}
