// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.catalog.backend.RunningCatalog.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScmEventsTest {
    private static final String REPOSITORY = "https://github.com/Crew/ship_yard";
    private static final String FILE = REPOSITORY + "/blob/main/catalog-info.yaml";
    private static final String OTHER = "https://github.com/Crew/shipXyard/blob/main/catalog-info.yaml";
    private static final String READ = asRead(FILE);
    private static final Map<String, ?> ON = Map.of("scmEvents", true, "processingInterval", Map.of("hours", 1));

    /** The catalog follows a location's target the way the host does, and then reads another URL. */
    private static String asRead(String url) {
        return url.replace("/blob/", "/tree/");
    }

    private static List<String> targets(RunningCatalog catalog) {
        return Sql.reading(catalog.backend().database("catalog"))
                .query("select target from locations where type = 'url' order by target", row -> row.getString(1));
    }

    private static void publish(RunningCatalog catalog, CatalogScmEvent event) {
        catalog.scmEvents().publish(List.of(event));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void refreshesWhatCameFromAFileThatChanged(TestDatabaseId database) {
        assertRefreshes(database, new CatalogScmEvent.LocationUpdated(FILE, Context.NONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void refreshesWhatCameFromARepositoryThatChanged(TestDatabaseId database) {
        assertRefreshes(database, new CatalogScmEvent.RepositoryUpdated(REPOSITORY, Context.NONE));
    }

    private static void assertRefreshes(TestDatabaseId database, CatalogScmEvent event) {
        try (var catalog = RunningCatalog.start(database, ON)) {
            catalog.files().put(READ, component("first"));
            catalog.register(FILE);
            catalog.awaitEntity("component:default/first", true);
            catalog.files().put(READ, component("second"));
            publish(catalog, event);
            catalog.awaitEntity("component:default/second", true);
        }
    }

    @Test
    void refreshesOnlyTheRepositoryThatChanged() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, ON)) {
            catalog.files().put(READ, component("first"));
            catalog.files().put(asRead(OTHER), component("other"));
            catalog.register(FILE);
            catalog.register(OTHER);
            catalog.awaitEntity("component:default/first", true);
            catalog.awaitEntity("component:default/other", true);
            catalog.files().put(READ, component("second"));
            catalog.files().put(asRead(OTHER), component("changed"));
            publish(catalog, new CatalogScmEvent.RepositoryUpdated(REPOSITORY + "/", Context.NONE));
            catalog.awaitEntity("component:default/second", true);
            assertThat(catalog.get("/entities/by-name/component/default/changed")
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void unregistersFilesAndRepositoriesThatWentAway(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, ON)) {
            catalog.register(FILE);
            catalog.register(OTHER);
            catalog.register(REPOSITORY + "/blob/main/docs/a.yaml");
            publish(catalog, new CatalogScmEvent.LocationDeleted(FILE, Context.ofCommit("https://commit")));
            assertThat(targets(catalog)).containsExactly(OTHER, REPOSITORY + "/blob/main/docs/a.yaml");
            publish(catalog, new CatalogScmEvent.RepositoryDeleted(REPOSITORY, Context.NONE));
            assertThat(targets(catalog)).containsExactly(OTHER);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void followsFilesAndRepositoriesThatMoved(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, ON)) {
            catalog.register(FILE);
            catalog.register(OTHER);
            var moved = REPOSITORY + "/blob/main/moved.yaml";
            publish(catalog, new CatalogScmEvent.LocationMoved(FILE, moved, Context.NONE));
            assertThat(targets(catalog)).containsExactly(OTHER, moved);
            publish(
                    catalog,
                    new CatalogScmEvent.RepositoryMoved(REPOSITORY, "https://github.com/new/x/", Context.NONE));
            assertThat(targets(catalog)).containsExactly(OTHER, "https://github.com/new/x/blob/main/moved.yaml");
            publish(
                    catalog,
                    new CatalogScmEvent.RepositoryMoved(
                            "https://github.com/new/x/blob/main", "https://github.com/new/x/blob/trunk", Context.NONE));
            assertThat(targets(catalog)).containsExactly(OTHER, "https://github.com/new/x/blob/trunk/moved.yaml");
        }
    }

    @Test
    void registersNoFileThatWasNotRegisteredBeforeItMoved() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, ON)) {
            publish(catalog, new CatalogScmEvent.LocationMoved(FILE, OTHER, Context.NONE));
            publish(catalog, new CatalogScmEvent.LocationCreated(OTHER, Context.NONE));
            assertThat(targets(catalog)).isEmpty();
        }
    }

    @Test
    void doesOnlyWhatTheConfigurationAllows() {
        var config = Map.of("scmEvents", Map.of("unregister", false));
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, config)) {
            catalog.register(FILE);
            publish(catalog, new CatalogScmEvent.LocationDeleted(FILE, Context.NONE));
            publish(catalog, new CatalogScmEvent.RepositoryDeleted(REPOSITORY, Context.NONE));
            assertThat(targets(catalog)).containsExactly(FILE);
            publish(catalog, new CatalogScmEvent.LocationMoved(FILE, OTHER, Context.NONE));
            assertThat(targets(catalog)).containsExactly(OTHER);
        }
    }

    @Test
    void doesNothingUnlessConfigured() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            catalog.register(FILE);
            publish(catalog, new CatalogScmEvent.LocationDeleted(FILE, Context.NONE));
            assertThat(targets(catalog)).containsExactly(FILE);
        }
    }

    @Test
    void survivesUrlsThatNameNoRepository() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, ON)) {
            catalog.register(FILE);
            for (var url :
                    List.of("", "::", "https://github.com", "javascript:alert(1)", "%", "https://github.com/%_/%")) {
                publish(catalog, new CatalogScmEvent.RepositoryDeleted(url, Context.NONE));
                publish(catalog, new CatalogScmEvent.RepositoryUpdated(url, Context.NONE));
                publish(catalog, new CatalogScmEvent.RepositoryMoved(url, "x", Context.NONE));
            }
            assertThat(targets(catalog)).containsExactly(FILE);
        }
    }
}
