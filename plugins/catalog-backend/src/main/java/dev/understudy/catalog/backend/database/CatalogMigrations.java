// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.database.KnexMigrator;
import dev.understudy.backend.database.Migration;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Brings the catalog's schema to where Backstage 1.55.0 leaves it. A new database gets that schema at once, recorded as if
 * all of Backstage's migrations had run; a database that an older Backstage left has to be migrated by Backstage.
 */
public final class CatalogMigrations {
    private CatalogMigrations() {}

    /**
     * Migrates the database, unless it is configured to be migrated by somebody else.
     *
     * @throws IllegalStateException when an older Backstage left the database
     */
    public static void apply(DatabaseService database) {
        if (database.skipMigrations()) {
            return;
        }
        var names = names();
        rejectOlderSchema(Sql.writing(database), names);
        KnexMigrator.create(database, migrations(names)).latest();
    }

    /** The names of Backstage's migrations, oldest first. */
    static List<String> names() {
        return resource("migrations.txt").lines().toList();
    }

    private static List<Migration> migrations(List<String> names) {
        var migrations = new ArrayList<Migration>();
        migrations.add(Migration.of(names.getFirst(), CatalogMigrations::createSchema));
        names.stream().skip(1).map(name -> Migration.of(name, _ -> {})).forEach(migrations::add);
        return migrations;
    }

    private static void createSchema(Sql sql) {
        sql.script(resource(
                switch (sql.dialect()) {
                    case SQLITE -> "schema.sqlite.sql";
                    case POSTGRESQL -> "schema.postgresql.sql";
                }));
        var id = sql.dialect() == DatabaseDialect.SQLITE ? "?" : "?::uuid";
        sql.update(
                "insert into locations (id, type, target, location_entity_ref) values (" + id
                        + ", 'bootstrap', 'bootstrap', '')",
                UUID.randomUUID().toString());
    }

    private static void rejectOlderSchema(Sql sql, List<String> names) {
        var recorded = new HashSet<>(recordedNames(sql));
        var missing = names.stream().filter(name -> !recorded.contains(name)).toList();
        if (!recorded.isEmpty() && !missing.isEmpty()) {
            throw new IllegalStateException(
                    "The catalog database was left by an older version of Backstage, it lacks the"
                            + " migrations " + String.join(", ", missing)
                            + ". Start Backstage 1.55.0 on it once, and then this backend again");
        }
    }

    private static List<String> recordedNames(Sql sql) {
        var question = switch (sql.dialect()) {
            case SQLITE -> "select 1 from sqlite_master where type = 'table' and name = 'knex_migrations'";
            case POSTGRESQL -> "select 1 where to_regclass('knex_migrations') is not null";
        };
        return sql.one(question, _ -> true).isPresent()
                ? sql.query("select name from knex_migrations", row -> row.getString(1))
                : List.of();
    }

    private static String resource(String name) {
        try (var stream = CatalogMigrations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The resource '" + name + "' is missing");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
