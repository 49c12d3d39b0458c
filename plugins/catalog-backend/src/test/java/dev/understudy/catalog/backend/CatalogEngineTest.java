// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From files to what clients see, on a real database. */
final class CatalogEngineTest {
    private static final String COMPONENT = """
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: %s}
            spec: {type: service, lifecycle: production, owner: %s}
            """;
    private static final String GROUP = """
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: %s}
            spec: {type: team, children: []}
            """;

    @TempDir
    Path directory;

    private Optional<TestDatabase> database = Optional.empty();

    @AfterEach
    void closeDatabase() {
        database.ifPresent(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void takesInFilesAndShowsRelationsAtBothEnds(DatabaseDialect dialect) throws Exception {
        write("all.yaml", COMPONENT.formatted("web", "team"), GROUP.formatted("team"));
        try (var catalog = start(dialect, "all.yaml").settle()) {
            assertThat(catalog.refs()).contains("component:default/web", "group:default/team");
            assertThat(catalog.entity("component:default/web")
                            .orElseThrow()
                            .path("relations")
                            .toString())
                    .isEqualTo("[{\"type\":\"ownedBy\",\"targetRef\":\"group:default/team\"}]");
            assertThat(catalog.entity("group:default/team")
                            .orElseThrow()
                            .path("relations")
                            .toString())
                    .isEqualTo("[{\"type\":\"ownerOf\",\"targetRef\":\"component:default/web\"}]");
            assertThat(catalog.count("select count(*) from search where key = 'relations.ownerof'"
                            + " and value = 'component:default/web'"))
                    .isEqualTo(1);
            assertThat(catalog.log()).containsExactly("info Performing database migration");
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNothingWhenNothingChanged(DatabaseDialect dialect) throws Exception {
        write("all.yaml", COMPONENT.formatted("web", "team"), GROUP.formatted("team"));
        try (var catalog = start(dialect, "all.yaml").settle()) {
            // in the second round, everything has got a parent
            catalog.refreshAll();
            catalog.settle();
        }
        try (var catalog = resume("all.yaml")) {
            var before = catalog.hashes();
            var results = results(catalog);
            catalog.refreshAll();
            catalog.settle();
            assertThat(catalog.hashes()).isEqualTo(before);
            assertThat(results(catalog)).isEqualTo(results);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stitchesOtherEntitiesWhenARelationGoes(DatabaseDialect dialect) throws Exception {
        write("all.yaml", COMPONENT.formatted("web", "team"), GROUP.formatted("team"), GROUP.formatted("other"));
        try (var catalog = start(dialect, "all.yaml").settle()) {
            write("all.yaml", COMPONENT.formatted("web", "other"), GROUP.formatted("team"), GROUP.formatted("other"));
            refresh(catalog);
            assertThat(catalog.entity("group:default/team").orElseThrow().path("relations"))
                    .isEmpty();
            assertThat(catalog.entity("group:default/other").orElseThrow().path("relations"))
                    .hasSize(1);
            assertThat(catalog.count("select count(*) from search where key = 'relations.ownerof'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void processesAgainWhatChangedWhileItWasProcessed(DatabaseDialect dialect) throws Exception {
        write("all.yaml", COMPONENT.formatted("web", "team"));
        database = Optional.of(TestDatabase.create(dialect, directory));
        var gate = new Gate();
        try (var catalog = TestCatalog.start(
                        database.orElseThrow(), config("", "all.yaml"), module -> module.addProcessor(gate))
                .settle()) {
            gate.close();
            write("all.yaml", COMPONENT.formatted("web", "other"), COMPONENT.formatted("fresh", "team"));
            catalog.refreshAll();
            // whoever claims this one sees that the other one is due again
            catalog.await(() -> catalog.refs().contains("component:default/fresh"));
            gate.open();
            catalog.settle();
            assertThat(catalog.entity("component:default/web")
                            .orElseThrow()
                            .at("/spec/owner")
                            .stringValue())
                    .isEqualTo("other");
        }
    }

    @ParameterizedTest
    @EnumSource
    void removesEntitiesThatAreGoneFromTheirFile(DatabaseDialect dialect) throws Exception {
        write(
                "all.yaml",
                COMPONENT.formatted("web", "team"),
                COMPONENT.formatted("old", "team"),
                GROUP.formatted("team"));
        try (var catalog = start(dialect, "all.yaml").settle()) {
            write("all.yaml", COMPONENT.formatted("web", "team"), GROUP.formatted("team"));
            refresh(catalog);
        }
        // orphans are removed at the start, and every 30 seconds
        try (var catalog = resume("all.yaml")) {
            catalog.await(() -> catalog.entity("component:default/old").isEmpty());
            catalog.settle();
            assertThat(catalog.entity("group:default/team").orElseThrow().path("relations"))
                    .hasSize(1);
            assertThat(catalog.log()).contains("info Deleted 1 orphaned entities");
        }
    }

    @ParameterizedTest
    @EnumSource
    void marksOrphansThatAreToBeKept(DatabaseDialect dialect) throws Exception {
        write("all.yaml", COMPONENT.formatted("web", "team"), COMPONENT.formatted("old", "team"));
        try (var catalog =
                startWith(dialect, "\"orphanStrategy\":\"keep\",", "all.yaml").settle()) {
            write("all.yaml", COMPONENT.formatted("web", "team"));
            refresh(catalog);
            catalog.sql().update("update stitch_queue set next_stitch_at = CURRENT_TIMESTAMP");
            catalog.refreshAll();
            catalog.sql()
                    .update("update refresh_state set result_hash = '' where entity_ref = 'component:default/old'");
            catalog.settle();
            catalog.await(() -> catalog.entity("component:default/old")
                    .orElseThrow()
                    .at("/metadata/annotations")
                    .has("backstage.io/orphan"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void removesAllThatCameFromALocationThatIsNotConfiguredAnyMore(DatabaseDialect dialect) throws Exception {
        write("one.yaml", COMPONENT.formatted("one", "team"));
        write("two.yaml", COMPONENT.formatted("two", "team"));
        start(dialect, "one.yaml", "two.yaml").settle().close();
        try (var catalog = resume("one.yaml").settle()) {
            assertThat(catalog.refs()).hasSize(2).contains("component:default/one");
            assertThat(catalog.count("select count(*) from refresh_state")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheFirstOfTwoEntitiesOfOneName(DatabaseDialect dialect) throws Exception {
        write("one.yaml", COMPONENT.formatted("web", "first"));
        start(dialect, "one.yaml").settle().close();
        write("two.yaml", COMPONENT.formatted("web", "second"));
        try (var catalog = resume("one.yaml", "two.yaml").settle()) {
            assertThat(catalog.entity("component:default/web")
                            .orElseThrow()
                            .at("/spec/owner")
                            .stringValue())
                    .isEqualTo("first");
            assertThat(catalog.log())
                    .contains("warn Detected conflicting entityRef component:default/web already referenced by file:"
                            + directory.resolve("one.yaml") + " and now also file:" + directory.resolve("two.yaml"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLastGoodVersionAndShowsWhatIsWrong(DatabaseDialect dialect) throws Exception {
        write("all.yaml", COMPONENT.formatted("web", "team"));
        try (var catalog = start(dialect, "all.yaml").settle()) {
            write("all.yaml", COMPONENT.formatted("web", "''"));
            refresh(catalog);
            var entity = catalog.entity("component:default/web").orElseThrow();
            assertThat(entity.at("/spec/owner").stringValue()).isEqualTo("team");
            assertThat(entity.at("/status/items/0/level").stringValue()).isEqualTo("error");
            assertThat(entity.at("/status/items/0/message").stringValue())
                    .isEqualTo("InputError: Processor BuiltinKindsEntityProcessor threw an error while validating the"
                            + " entity component:default/web; caused by TypeError: /spec/owner must NOT have fewer than 1"
                            + " characters - limit: 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesLocationsThatReferToEachOther(DatabaseDialect dialect) throws Exception {
        var location = """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata: {name: %s}
                spec: {targets: [./%s]}
                """;
        write("a.yaml", location.formatted("a", "b.yaml"), location.formatted("self", "a.yaml"));
        write("b.yaml", location.formatted("b", "a.yaml"), COMPONENT.formatted("web", "team"));
        try (var catalog = start(dialect, "a.yaml").settle()) {
            assertThat(catalog.refs()).contains("component:default/web", "location:default/a", "location:default/b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isolatesAnEntityThatTheDatabaseRefuses(DatabaseDialect dialect) throws Exception {
        // PostgreSQL cannot store this character
        var bad = COMPONENT.formatted("bad, description: \"a\\0b\"", "team");
        write("all.yaml", bad, COMPONENT.formatted("good", "team"), GROUP.formatted("team"));
        try (var catalog = start(dialect, "all.yaml")) {
            catalog.await(() -> catalog.refs().containsAll(List.of("component:default/good", "group:default/team")));
            if (dialect == DatabaseDialect.POSTGRESQL) {
                catalog.await(() -> catalog.log().stream()
                        .anyMatch(line -> line.startsWith("error Failed to stitch component:default/bad, Error: ")));
                assertThat(catalog.entity("component:default/bad")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsPromptly(DatabaseDialect dialect) throws Exception {
        var text = new StringBuilder();
        for (var index = 0; index < 2000; index++) {
            text.append(COMPONENT.formatted("c-" + index, "team"));
        }
        write("all.yaml", text.toString());
        var catalog = start(dialect, "all.yaml");
        catalog.await(() -> catalog.count("select count(*) from refresh_state") > 1);
        var begin = System.nanoTime();
        catalog.close();
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(10_000);
        try (var resumed = resume("all.yaml").settle()) {
            assertThat(resumed.refs()).hasSize(2001);
        }
    }

    /** Holds up the processing of one entity while it is closed. */
    private static final class Gate implements CatalogProcessor {
        private volatile CountDownLatch latch = new CountDownLatch(0);

        void close() {
            latch = new CountDownLatch(1);
        }

        void open() {
            latch.countDown();
        }

        @Override
        public String name() {
            return "Gate";
        }

        @Override
        public Entity postProcessEntity(
                Entity entity, LocationSpec location, CatalogProcessorEmit emit, CatalogProcessorCache cache)
                throws InterruptedException {
            if (entity.name().equals("web")) {
                latch.await();
            }
            return entity;
        }
    }

    private void refresh(TestCatalog catalog) {
        catalog.refreshAll();
        catalog.settle();
    }

    private static List<String> results(TestCatalog catalog) {
        return catalog.sql()
                .query(
                        "select entity_ref, result_hash, last_discovery_at from refresh_state order by entity_ref",
                        row -> row.getString(1) + row.getString(2) + row.getString(3));
    }

    private TestCatalog start(DatabaseDialect dialect, String... files) throws Exception {
        return startWith(dialect, "", files);
    }

    private TestCatalog startWith(DatabaseDialect dialect, String settings, String... files) throws Exception {
        var created = TestDatabase.create(dialect, directory);
        database = Optional.of(created);
        return TestCatalog.start(created, config(settings, files));
    }

    private TestCatalog resume(String... files) throws Exception {
        return TestCatalog.start(database.orElseThrow(), config("", files));
    }

    private String config(String settings, String... files) {
        var locations = Json.mapper().createArrayNode();
        for (var file : files) {
            locations
                    .addObject()
                    .put("type", "file")
                    .put("target", directory.resolve(file).toString());
        }
        return "{" + settings
                + "\"stitchingStrategy\":{\"pollingInterval\":{\"milliseconds\":50}},\"rules\":[{\"allow\":[\"Component\",\"Group\",\"Location\"]}],\"locations\":"
                + locations + "}";
    }

    private void write(String file, String... documents) throws IOException {
        Files.writeString(directory.resolve(file), String.join("", documents));
    }
}
