// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.backend.module.scaffolder.entity.model.CatalogModuleScaffolderEntityModel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts on a database that Backstage 1.55.0 filled; {@code takeover/README.md} tells how it was made. */
final class TakeoverTest {
    /** The words of YAML parsers differ, so these two entities get their errors once in ours. */
    private static final String OTHER_WORDS = "('location:default/yaml-error', 'location:default/yaml-errors')";

    private static final Map<String, String> TABLES = Map.of(
            "entities",
                    "select entity_ref, entity_id, unprocessed_entity, unprocessed_hash, processed_entity,"
                            + " result_hash, errors, location_key from refresh_state where entity_ref not in "
                            + OTHER_WORDS + " order by entity_ref",
            "references",
                    "select source_key, source_entity_ref, target_entity_ref from refresh_state_references"
                            + " order by 3, 1, 2",
            "refresh keys", "select entity_id, key from refresh_keys order by 1, 2",
            "relations",
                    "select originating_entity_id, source_entity_ref, type, target_entity_ref from relations"
                            + " order by 1, 2, 3, 4",
            "final entities",
                    "select entity_ref, entity_id, hash, final_entity, last_updated_at from final_entities"
                            + " order by entity_ref",
            "search", "select entity_id, key, value, original_value from search order by 1, 2, 3",
            "locations", "select id, type, target, location_entity_ref from locations order by id",
            "migrations", "select id, name, batch, migration_time from knex_migrations order by id",
            "tasks", "select id, settings_json, next_run_start_at from backstage_backend_tasks__tasks order by id");

    @TempDir
    Path folder;

    @Test
    void takesOverPostgresqlWithoutIngestingOrStitchingAnything() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            takesOver(TakeoverDatabase.postgresql(server, folder));
        }
    }

    @Test
    void takesOverSqliteWithoutIngestingOrStitchingAnything() throws Exception {
        takesOver(TakeoverDatabase.sqlite(folder));
    }

    private static void takesOver(TakeoverDatabase database) throws Exception {
        var before = contents(database);
        var keys = keys(database);
        assertThat(before.get("entities")).hasSizeGreaterThan(40);
        try (var _ = start(database)) {
            awaitTurns(database);
        }
        // after the stop, whatever was under way has been written
        assertThat(contents(database)).isEqualTo(before);
        assertThat(database.rows(
                        "select ref, what from takeover_log where what <> 'turn' and ref not in " + OTHER_WORDS))
                .isEmpty();
        assertThat(keys(database)).containsAll(keys);
    }

    @Test
    void sharesTheTurnsOfEntitiesBetweenTwoReplicas() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var database = TakeoverDatabase.postgresql(server, folder);
            try (var _ = start(database);
                    var _ = start(database)) {
                awaitTurns(database);
            }
            // the interval is 5 to 7.5 seconds
            assertThat(database.rows("select ref, at, next from (select ref, at, lead(at) over (partition by ref order"
                            + " by at) as next from takeover_log where what = 'turn') t"
                            + " where next - at < interval '4.9 seconds'"))
                    .isEmpty();
        }
    }

    private static ConformanceBackend start(TakeoverDatabase database) throws IOException {
        var config = Path.of("takeover", "app-config.yaml").toAbsolutePath();
        return ConformanceBackend.start(
                List.of(CatalogModuleScaffolderEntityModel.feature(), readerOfFiles()),
                List.of(config, keepOrphans(), database.config()));
    }

    private static Path keepOrphans() {
        return Path.of("takeover", "keep-orphans.yaml").toAbsolutePath();
    }

    private static BackendFeature readerOfFiles() {
        return TakeoverFiles.reader(Path.of("takeover", "data"), Map.of("shrinking.yaml", 1));
    }

    private static Map<String, List<String>> contents(TakeoverDatabase database) throws SQLException {
        var contents = new LinkedHashMap<String, List<String>>();
        for (var table : TABLES.entrySet()) {
            contents.put(table.getKey(), database.rows(table.getValue()));
        }
        return contents;
    }

    private static List<String> keys(TakeoverDatabase database) throws SQLException {
        return database.rows("select id, key from backstage_backend_public_keys__keys");
    }

    /** Waits until each entity has been processed twice, for a second turn would undo what the first did wrong. */
    private static void awaitTurns(TakeoverDatabase database) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(
                                database.rows(
                                        "select r.entity_ref from refresh_state r where 2 >"
                                                + " (select count(*) from takeover_log l where l.what = 'turn' and l.ref = r.entity_ref)"))
                        .isEmpty());
    }
}
