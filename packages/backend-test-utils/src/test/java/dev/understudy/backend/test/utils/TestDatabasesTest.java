// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TestDatabasesTest {
    private static final String EACH = "dev.understudy.backend.test.utils.TestDatabases#eachSupported";
    private static final String CREATE = "create table things (name text primary key)";

    @ParameterizedTest
    @MethodSource(EACH)
    void givesEachPluginItsOwnDatabase(TestDatabaseId id) {
        try (var databases = TestDatabases.create(id)) {
            var cats = databases.database("cats");
            Sql.writing(cats).update(CREATE);
            Sql.writing(databases.database("dogs")).update(CREATE);
            Sql.writing(cats).update("insert into things (name) values (?)", "Tom");

            assertThat(databases.database("cats")).isSameAs(cats);
            assertThat(names(databases, "cats")).isEqualTo(1);
            assertThat(names(databases, "dogs")).isZero();
        }
    }

    private static long names(TestDatabases databases, String pluginId) {
        return Sql.reading(databases.database(pluginId))
                .one("select count(*) from things", row -> row.getLong(1))
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void startsEmptyEachTime(TestDatabaseId id) {
        for (var round = 0; round < 2; round++) {
            try (var databases = TestDatabases.create(id)) {
                Sql.writing(databases.database()).update(CREATE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void complainsOfConnectionsThatAreNotGivenBack(TestDatabaseId id) throws Exception {
        var databases = TestDatabases.create(id);
        databases.database().dataSource().getConnection();

        assertThatThrownBy(databases::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Plugin 'test' has not given back 1 database connection(s)");
    }

    @Test
    void runsPostgres18() {
        try (var databases = TestDatabases.create(TestDatabaseId.POSTGRES_18)) {
            var database = databases.database();

            assertThat(database.dialect()).isEqualTo(DatabaseDialect.POSTGRESQL);
            assertThat(Sql.reading(database).one("show server_version", row -> row.getString(1)))
                    .hasValueSatisfying(version -> assertThat(version).startsWith("18."));
        }
    }
}
