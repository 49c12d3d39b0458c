// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.test.utils.MockCredentials;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.catalog.backend.TestDatabase;
import dev.understudy.catalog.backend.database.CatalogChanges;
import dev.understudy.catalog.backend.database.ProviderDatabase;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a moment that does not end. */
final class CoalescingEntitiesCatalogTest {
    private static final String REF = "component:default/web";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private CatalogChanges changes;
    private EntitiesCatalog catalog;

    @BeforeEach
    void store() {
        database = TestDatabase.create(DatabaseDialect.SQLITE, directory);
        StoredEntities.in(database).add("id-1", "{\"kind\":\"Component\",\"metadata\":{\"name\":\"web\"}}");
        changes = new CatalogChanges();
        catalog = new CoalescingEntitiesCatalog(
                new DefaultEntitiesCatalog(database, MockRootLogger.create()), Duration.ofDays(1), changes);
        assertThat(isFound()).isTrue();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsOnceInAMoment() {
        sql().update("DELETE FROM refresh_state");
        assertThat(isFound()).isTrue();
    }

    @Test
    void doesNotFindWhatARequestHasRemoved() {
        catalog.removeEntityByUid("id-1", MockCredentials.service());
        assertThat(isFound()).isFalse();
    }

    @Test
    void doesNotFindWhatAProviderHasRemoved() {
        sql().update("INSERT INTO refresh_state_references (source_key, target_entity_ref) VALUES ('files', ?)", REF);
        new ProviderDatabase(sql(), changes, MockRootLogger.create())
                .replaceUnprocessedEntities("files", EntityProviderMutation.full(List.of()));
        assertThat(isFound()).isFalse();
    }

    private Sql sql() {
        return Sql.writing(database);
    }

    private boolean isFound() {
        var request = new EntitiesBatchRequest(MockCredentials.service(), List.of(REF), EntityFilter.everything());
        return catalog.entitiesBatch(request).getFirst().isPresent();
    }
}
