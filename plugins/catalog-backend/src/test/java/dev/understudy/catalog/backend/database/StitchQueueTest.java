// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.TestDatabase;
import dev.understudy.catalog.backend.database.StitchQueue.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StitchQueueTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void handsOutARequestOnceUntilItIsRenewed(DatabaseDialect dialect) {
        try (var database = TestDatabase.create(dialect, directory)) {
            CatalogMigrations.apply(database);
            var sql = Sql.writing(database);
            StitchQueue.mark(sql, List.of("component:default/a", "component:default/b"));
            var claimed = StitchQueue.claim(sql, 10, TIMEOUT);
            assertThat(claimed)
                    .extracting(Request::entityRef)
                    .containsExactlyInAnyOrder("component:default/a", "component:default/b");
            assertThat(StitchQueue.claim(sql, 10, TIMEOUT)).isEmpty();
            StitchQueue.mark(sql, List.of("component:default/b"));
            StitchQueue.complete(sql, claimed);
            assertThat(StitchQueue.claim(sql, 10, TIMEOUT))
                    .extracting(Request::entityRef)
                    .containsExactly("component:default/b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksAgainForWhatSomebodyElseHasServedMeanwhile(DatabaseDialect dialect) {
        try (var database = TestDatabase.create(dialect, directory)) {
            CatalogMigrations.apply(database);
            var sql = Sql.writing(database);
            StitchQueue.mark(sql, List.of("component:default/a"));
            var slow = StitchQueue.claim(sql, 10, Duration.ZERO.minusSeconds(1));
            var quick = StitchQueue.claim(sql, 10, TIMEOUT);
            assertThat(quick)
                    .extracting(Request::ticket)
                    .isEqualTo(slow.stream().map(Request::ticket).toList());
            StitchQueue.complete(sql, quick);
            StitchQueue.complete(sql, slow);
            assertThat(StitchQueue.claim(sql, 10, TIMEOUT))
                    .extracting(Request::entityRef)
                    .containsExactly("component:default/a");
        }
    }
}
