// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.catalog.backend.RunningCatalog.component;
import static dev.understudy.catalog.backend.RunningCatalog.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.backend.test.utils.TestDatabaseId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LocationWriteTest {
    private static final String TARGET = "https://example.com/a.yaml";
    private static final String OTHER = "https://example.com/b.yaml";

    private static void assertRefused(TestResponse answer, int status, String message) {
        assertThat(answer.errorMessage()).isEqualTo(message);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void registersReadsChangesAndRemovesALocation(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of())) {
            catalog.files().put(TARGET, component("first"));
            catalog.files().put(OTHER, component("second"));
            var created = catalog.post("/locations", location(TARGET));
            var id = created.json().at("/location/id").stringValue();
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.body())
                    .isEqualTo("{\"location\":{\"id\":\"" + id + "\",\"type\":\"url\",\"target\":\"" + TARGET
                            + "\",\"entityRef\":\"location:default/generated-"
                            + "17fb6f13ffb6251438be1e4f37c6482b83ede45c\"},\"entities\":[]}");
            catalog.awaitEntity("component:default/first", true);

            var changed = catalog.put("/locations/" + id, location(OTHER));
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json().path("target").stringValue()).isEqualTo(OTHER);
            assertThat(changed.json().path("id").stringValue()).isEqualTo(id);
            catalog.awaitEntity("component:default/second", true);

            var deleted = catalog.delete("/locations/" + id);
            assertThat(deleted.status()).isEqualTo(204);
            assertThat(deleted.body()).isEmpty();
            catalog.backend().scheduler("catalog").triggerTask("catalog_orphan_cleanup");
            catalog.awaitEntity("component:default/second", false);
            assertRefused(catalog.delete("/locations/" + id), 404, "Found no location with ID " + id);
            assertRefused(catalog.put("/locations/" + id, location(OTHER)), 404, "Found no location with ID " + id);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void refusesOrRefreshesALocationThatIsRegistered(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of())) {
            var id = catalog.register(TARGET);
            var exists = "Location url:" + TARGET + " already exists";
            assertRefused(catalog.post("/locations", location(TARGET)), 409, exists);
            assertRefused(catalog.post("/locations?onConflict=reject", location(TARGET)), 409, exists);
            var refreshed = catalog.post("/locations?onConflict=refresh", location(TARGET));
            assertThat(refreshed.status()).isEqualTo(201);
            assertThat(refreshed.json().at("/location/id").stringValue()).isEqualTo(id);
            var other = catalog.register(OTHER);
            assertRefused(catalog.put("/locations/" + other, location(TARGET)), 409, exists);
        }
    }

    @Test
    void refreshesByDefaultIfConfigured() {
        var config = Map.of("defaultLocationConflictStrategy", "refresh");
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, config)) {
            catalog.register(TARGET);
            assertThat(catalog.post("/locations", location(TARGET)).status()).isEqualTo(201);
            assertThat(catalog.post("/locations?onConflict=reject", location(TARGET))
                            .status())
                    .isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void triesALocationOutWithoutStoringIt(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of("readonly", true))) {
            catalog.files().put(TARGET, component("first"));
            var answer = catalog.post("/locations?dryRun=Yes", location(TARGET));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().path("exists").booleanValue()).isFalse();
            assertThat(answer.json().at("/location/id").stringValue()).isEqualTo("url:" + TARGET);
            assertThat(answer.json().at("/entities/0/metadata/namespace").stringValue())
                    .isEqualTo("default");
            assertThat(answer.json().at("/entities/1/metadata/name").stringValue())
                    .isEqualTo("first");
            assertThat(catalog.get("/locations").body()).isEqualTo("[]");
        }
    }

    @Test
    void tellsWhyATrialFails() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            assertRefused(
                    catalog.post("/locations?dryRun=true", location(TARGET)),
                    400,
                    "NotFoundError: Unable to read url, no matching files found for " + TARGET);
            catalog.files().put(TARGET, component("twin") + "---\n" + component("twin"));
            assertRefused(
                    catalog.post("/locations?dryRun=true", location(TARGET)),
                    400,
                    "Duplicate nested entity: component:default/twin");
        }
    }

    @Test
    void refusesToWriteInReadonlyMode() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of("readonly", true))) {
            var message = "This operation not allowed in readonly mode";
            assertRefused(catalog.post("/locations", location(TARGET)), 403, message);
            assertRefused(catalog.put("/locations/x", location(TARGET)), 403, message);
            assertRefused(catalog.delete("/locations/x"), 403, message);
            assertThat(catalog.backend().logger().lines()).contains("info Catalog is running in readonly mode");
        }
    }

    @Test
    void refusesThoseWhoMayNotWrite() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of(), MockPermissions.deny())) {
            assertRefused(catalog.post("/locations", location(TARGET)), 403, "");
            assertRefused(catalog.post("/locations?dryRun=true", location(TARGET)), 403, "");
            assertRefused(catalog.put("/locations/x", location(TARGET)), 403, "");
            assertRefused(catalog.delete("/locations/x"), 403, "");
        }
    }

    @Test
    void refusesWhatIsNoLocation() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            assertRefused(
                    catalog.post("/locations", "{\"type\":\"file\",\"target\":\"/etc/passwd\"}"),
                    400,
                    "Registered locations must be of an allowed type [\"url\"]");
            assertRefused(
                    catalog.post("/locations", "{\"type\":\"url\"}"),
                    400,
                    "request/body must have required property 'target'");
            assertRefused(catalog.post("/locations", "{\"type\":\"url\",\"target\":\"x\",\"more\":1}"), 400, """
                    Malformed request: [
                      {
                        "code": "unrecognized_keys",
                        "keys": [
                          "more"
                        ],
                        "path": [],
                        "message": "Unrecognized key(s) in object: 'more'"
                      }
                    ]""");
        }
    }

    @Test
    void storesNothingThatWouldKeepTheCatalogFromStarting() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            assertThat(catalog.post("/locations", location("javascript:alert(1)"))
                            .status())
                    .isEqualTo(500);
            assertThat(catalog.post("/locations", location("")).status()).isEqualTo(500);
            assertThat(catalog.get("/locations").body()).isEqualTo("[]");
        }
    }
}
