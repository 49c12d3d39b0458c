// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CatalogMigrationsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void createsTheSchemaThatBackstageLeaves(DatabaseDialect dialect) throws IOException {
        try (var database = TestDatabase.create(dialect, directory)) {
            CatalogMigrations.apply(database);
            var kind = dialect.name().toLowerCase(Locale.ROOT);
            var facts = Sql.writing(database)
                    .query(
                            resource("schema-facts." + kind + ".sql"),
                            row -> row.getString(1).replaceAll("\\s+", " "));
            var expected = resource("schema-facts." + kind + ".txt").lines().toList();
            assertThat(facts).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsAllMigrationsInOneBatch(DatabaseDialect dialect) {
        try (var database = TestDatabase.create(dialect, directory)) {
            CatalogMigrations.apply(database);
            CatalogMigrations.apply(database);
            var sql = Sql.writing(database);
            assertThat(sql.query("select name from knex_migrations order by id", row -> row.getString(1)))
                    .hasSize(45)
                    .startsWith("20200511113813_init.js")
                    .endsWith("20260912000000_refresh_state_maintenance.js");
            assertThat(sql.query("select distinct batch from knex_migrations", row -> row.getInt(1)))
                    .containsExactly(1);
            assertThat(sql.query(
                            "select type, target, location_entity_ref from locations",
                            row -> List.of(row.getString(1), row.getString(2), row.getString(3))))
                    .containsExactly(List.of("bootstrap", "bootstrap", ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseOfAnOlderBackstage(DatabaseDialect dialect) {
        try (var database = TestDatabase.create(dialect, directory)) {
            CatalogMigrations.apply(database);
            Sql.writing(database).update("delete from knex_migrations where name like '202609%'");
            assertThatThrownBy(() -> CatalogMigrations.apply(database))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The catalog database was left by an older version of Backstage, it lacks the migrations"
                                    + " 20260904000000_fix_search_entity_id_ndistinct.js,"
                                    + " 20260912000000_refresh_state_maintenance.js."
                                    + " Start Backstage 1.55.0 on it once, and then this backend again");
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = CatalogMigrationsTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
