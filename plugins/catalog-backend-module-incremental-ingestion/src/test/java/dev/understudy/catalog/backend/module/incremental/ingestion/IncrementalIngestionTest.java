// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.catalog.backend.module.incremental.ingestion.IncrementalIngestionProviderExtensionPoint.INCREMENTAL_INGESTION_PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.backend.test.utils.TestBackend;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IncrementalIngestionTest {
    private static final String API = "/api/catalog/incremental";
    private static final IncrementalEntityProviderOptions OPTIONS = IncrementalEntityProviderOptions.of(
            HumanDuration.parse("3s"), HumanDuration.parse("1m"), HumanDuration.parse("1h"));

    private final PagesProvider provider = new PagesProvider();

    private TestBackend start(TestDatabaseId database, IncrementalEntityProviderOptions options) {
        return TestBackend.with(Map.of("catalog", Map.of("processingInterval", false)))
                .database(database)
                .add(CatalogPlugin::feature)
                .add(CatalogModuleIncrementalIngestionEntityProvider::feature)
                .add(createBackendModule("catalog", "pages", reg -> {
                    var ingestion = reg.require(INCREMENTAL_INGESTION_PROVIDERS);
                    reg.registerInit(() -> ingestion.get().addProvider(provider, options));
                }))
                .start();
    }

    private static void tick(TestBackend backend) {
        backend.scheduler("catalog").triggerTask("pages");
    }

    private static List<String> refs(TestBackend backend) {
        return Sql.reading(backend.database("catalog"))
                .query(
                        "select entity_ref from refresh_state order by entity_ref",
                        row -> row.getString(1).replace("component:default/", ""));
    }

    private static String state(TestBackend backend) {
        return Sql.reading(backend.database("catalog"))
                .one(
                        "select status, next_action, attempts, last_error from ingestions where completion_ticket = 'open'",
                        row -> row.getString(1) + ", " + row.getString(2) + ", " + row.getInt(3) + ", "
                                + row.getString(4))
                .orElse("none");
    }

    private static TestResponse post(TestBackend backend, String path) {
        return backend.http().post(API + path, "{}");
    }

    /** Lets the rest period end and goes through the next ingestion. */
    private static void ingestAgain(TestBackend backend) {
        assertThat(post(backend, "/providers/pages/trigger").body())
                .isEqualTo("{\"success\":true,\"message\":\"pages: Next action triggered.\"}");
        tick(backend);
        tick(backend);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void takesPagesInAndRemovesWhatIsNotThereAnyMore(TestDatabaseId database) {
        provider.pages(List.of(List.of("a", "b"), List.of("c"), List.of()));
        try (var backend = start(database, OPTIONS)) {
            tick(backend);
            assertThat(provider.steps()).containsExactly("page 0", "page 1", "page 2", "closed");
            assertThat(refs(backend)).containsExactly("a", "b", "c");
            assertThat(state(backend)).isEqualTo("resting, rest, 0, null");
            tick(backend);
            assertThat(provider.steps()).hasSize(4);

            provider.pages(List.of(List.of("b"), List.of("d")));
            ingestAgain(backend);
            assertThat(refs(backend)).containsExactly("b", "d");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void endsABurstInTimeAndGoesOnWhereItEnded(TestDatabaseId database) {
        provider.pages(List.of(List.of("a"), List.of("b"), List.of("c")));
        var hasty = IncrementalEntityProviderOptions.of(
                HumanDuration.parse("3s"), HumanDuration.of(Map.of("milliseconds", -1.0)), HumanDuration.parse("1h"));
        try (var backend = start(database, hasty)) {
            tick(backend);
            assertThat(refs(backend)).containsExactly("a");
            assertThat(state(backend)).isEqualTo("interstitial, ingest, 0, null");
            tick(backend);
            tick(backend);
            assertThat(refs(backend)).containsExactly("a", "b", "c");
            assertThat(provider.steps()).containsExactly("page 0", "closed", "page 1", "closed", "page 2", "closed");
            var marks =
                    backend.http().get(API + "/providers/pages/marks").json().path("records");
            assertThat(marks.size()).isEqualTo(3);
            assertThat(marks.get(2).path("sequence").asInt(-1)).isZero();
            assertThat(Json.stringify(marks.get(2).path("cursor"))).isEqualTo("{\"page\":1}");
            assertThat(marks.get(0).path("cursor").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void backsOffAfterAFailureAndResumes(TestDatabaseId database) {
        provider.fail("source is down");
        try (var backend = start(database, OPTIONS)) {
            tick(backend);
            assertThat(state(backend)).isEqualTo("backing off, backoff, 1, Error: source is down");
            tick(backend);
            assertThat(state(backend)).startsWith("backing off");
            provider.pages(List.of(List.of("a")));
            post(backend, "/providers/pages/trigger");
            tick(backend);
            tick(backend);
            assertThat(refs(backend)).containsExactly("a");
        }
    }

    @Test
    void startsOverWhenTheProviderCancels() {
        provider.fail("CANCEL");
        try (var backend = start(TestDatabaseId.SQLITE_3, OPTIONS)) {
            tick(backend);
            assertThat(state(backend)).isEqualTo("canceling, cancel, 0, CANCEL");
            tick(backend);
            assertThat(state(backend)).isEqualTo("none");
        }
    }

    @Test
    void refusesToRemoveTooMuchOrEverything() {
        var careful = new IncrementalEntityProviderOptions(
                OPTIONS.burstInterval(),
                OPTIONS.burstLength(),
                OPTIONS.restLength(),
                List.of(),
                Optional.of(50.0),
                true);
        provider.pages(List.of(List.of("a", "b", "c")));
        try (var backend = start(TestDatabaseId.SQLITE_3, careful)) {
            tick(backend);
            provider.pages(List.of(List.of("a")));
            ingestAgain(backend);
            assertThat(refs(backend)).containsExactly("a", "b", "c");
            assertThat(state(backend))
                    .startsWith("resting, rest, 0, REMOVAL_THRESHOLD exceeded on ingestion mark ")
                    .endsWith(": Attempted to remove 200% of matching entities!");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void appliesEventsAndRemembersThem(TestDatabaseId database) {
        provider.pages(List.of(List.of("a", "b")));
        try (var backend = start(database, OPTIONS)) {
            tick(backend);
            for (var event : List.of("{\"added\":\"e\"}", "{\"removed\":\"b\"}", "{}")) {
                backend.events().publish(EventParams.of("pages.changed", Json.parse(event)));
            }
            assertThat(refs(backend)).containsExactly("a", "e");
            provider.pages(List.of(List.of("a")));
            ingestAgain(backend);
            assertThat(refs(backend)).containsExactly("a");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void showsAndSteersIngestions(TestDatabaseId database) {
        provider.pages(List.of(List.of("a"), List.of("b")));
        try (var backend = start(database, OPTIONS)) {
            var unknown = backend.http().get(API + "/providers/pages");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body())
                    .isEqualTo("{\"success\":false,\"status\":{},\"last_error\":\"Provider 'pages' not found\"}");
            assertThat(post(backend, "/providers/pages/start").body())
                    .isEqualTo("{\"success\":false,\"message\":\"Provider 'pages' not found\"}");
            tick(backend);
            assertThat(backend.http().get(API + "/health").body()).isEqualTo("{\"healthy\":true}");
            assertThat(backend.http().get(API + "/providers").body())
                    .isEqualTo("{\"success\":true,\"providers\":[\"pages\"]}");
            assertThat(backend.http().get(API + "/providers/pages").body())
                    .matches("\\{\"success\":true,\"status\":\\{\"current_action\":\"resting\",\"next_action_at\":\""
                            + "[-T:.0-9]{23}Z\"},\"last_error\":null}");
            assertThat(post(backend, "/providers/pages/start").body())
                    .isEqualTo("{\"success\":true,\"message\":\"pages: Next cycle triggered.\"}");
            assertThat(backend.http().get(API + "/providers/pages").body())
                    .isEqualTo(
                            "{\"success\":true,\"status\":{\"current_action\":\"rest complete, waiting to start\"}}");
            assertThat(post(backend, "/providers/pages/cancel").body())
                    .isEqualTo("{\"success\":true,\"message\":\"Provider is currently restarting, please wait.\"}");
            assertThat(backend.http().delete(API + "/providers/pages/marks").body())
                    .isEqualTo("{\"success\":true,\"message\":\"Expired marks for provider 'pages' removed.\","
                            + "\"deletions\":{\"deletions\":{\"markEntitiesDeleted\":2,\"marksDeleted\":2,"
                            + "\"ingestionsDeleted\":1}}}");
            tick(backend);
            assertThat(post(backend, "/providers/pages/cancel").body())
                    .isEqualTo("{\"success\":true,\"message\":\"pages: Current ingestion canceled.\"}");
            assertThat(state(backend)).startsWith("resting, nothing (done)");
            assertThat(backend.http().delete(API + "/providers/pages").body())
                    .isEqualTo("{\"provider\":\"pages\",\"ingestionsDeleted\":1,\"marksDeleted\":2,"
                            + "\"markEntitiesDeleted\":2}");
            assertThat(post(backend, "/cleanup").body())
                    .isEqualTo("{\"ingestionsDeleted\":1,\"ingestionMarksDeleted\":0,\"markEntitiesDeleted\":0}");
            assertThat(state(backend)).isEqualTo("resting, rest, 0, null");
        }
    }
}
