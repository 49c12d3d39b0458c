// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.types.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LocationReadTest {
    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";

    @TempDir
    Path directory;

    private TestCatalog start(DatabaseDialect dialect) {
        var catalog = TestCatalog.start(dialect, directory);
        add(catalog, dialect, SECOND, "https://b.example/x");
        add(catalog, dialect, FIRST, "https://a.example/x");
        return catalog;
    }

    private static void add(TestCatalog catalog, DatabaseDialect dialect, String id, String target) {
        var cast = dialect == DatabaseDialect.SQLITE ? "?" : "?::uuid";
        catalog.entities()
                .sql()
                .update(
                        "INSERT INTO locations (id, type, target, location_entity_ref) VALUES (" + cast
                                + ", 'url', ?, 'location:default/l')",
                        id,
                        target);
    }

    @ParameterizedTest
    @EnumSource
    void readsLocations(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var first = "{\"id\":\"" + FIRST + "\",\"type\":\"url\",\"target\":\"https://a.example/x\","
                    + "\"entityRef\":\"location:default/l\"}";
            assertThat(catalog.get("/locations/" + FIRST)).isEqualTo(first);
            assertThat(catalog.get("/locations"))
                    .contains("{\"data\":" + first + "}")
                    .doesNotContain("bootstrap");
            assertThat(catalog.get("/locations/none")).isEqualTo("NotFoundError: Found no location with ID none");
        }
    }

    @ParameterizedTest
    @EnumSource
    void queriesLocationsPageByPage(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var query = "{\"limit\":1,\"query\":{\"TYPE\":\"Url\",\"$\":1}}".replace(",\"$\":1", "");
            var first = Json.mapper().readTree(catalog.post("/locations/by-query", query));
            assertThat(first.at("/items/0"))
                    .hasToString(
                            "{\"id\":\"" + FIRST
                                    + "\",\"target\":\"https://a.example/x\",\"type\":\"url\",\"entityRef\":\"location:default/l\"}");
            assertThat(first.get("totalItems").intValue()).isEqualTo(2);
            var cursor = first.at("/pageInfo/nextCursor").stringValue();
            assertThat(catalog.post("/locations/by-query", "{\"cursor\":\"" + cursor + "\"}"))
                    .contains(SECOND)
                    .doesNotContain(FIRST)
                    .endsWith("\"totalItems\":2,\"pageInfo\":{}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersLocations(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(count(catalog, "{\"target\":{\"$hasPrefix\":\"HTTPS://A\"}}"))
                    .isEqualTo(1);
            assertThat(count(catalog, "{\"target\":{\"$hasPrefix\":\"%\"}}")).isZero();
            assertThat(count(catalog, "{\"id\":{\"$in\":[\"" + FIRST + "\",\"nonsense\"]}}"))
                    .isEqualTo(1);
            assertThat(count(catalog, "{\"$not\":{\"target\":\"https://a.example/x\"}}"))
                    .isEqualTo(1);
            assertThat(count(catalog, "{\"$any\":[{\"type\":\"file\"},{\"entityref\":{\"$exists\":true}}]}"))
                    .isEqualTo(2);
            assertThat(count(catalog, "{\"$all\":[]}")).isZero();
            assertThat(count(catalog, "{\"$any\":[]}")).isZero();
            assertThat(count(catalog, "{\"type\":{\"$in\":[]}}")).isZero();
            assertThat(count(catalog, "{\"type\":{\"$contains\":\"url\"}}")).isZero();
            assertThat(count(catalog, "{}")).isEqualTo(2);
        }
    }

    private static int count(TestCatalog catalog, String query) throws Exception {
        var answer = catalog.post("/locations/by-query", "{\"query\":" + query + "}");
        return Json.mapper().readTree(answer).get("totalItems").intValue();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheLocationOfAnEntity(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var origin = "{\"kind\":\"User\",\"metadata\":{\"name\":\"%s\",\"annotations\":"
                    + "{\"backstage.io/managed-by-origin-location\":\"%s\"}}}";
            catalog.entities()
                    .add("id-1", origin.formatted("ada", "url:https://b.example/x"))
                    .add("id-2", origin.formatted("eve", "file:/x"))
                    .add("id-3", "{\"kind\":\"User\",\"metadata\":{\"name\":\"bob\"}}");
            var url = "/locations/by-entity/User/Default/";
            assertThat(catalog.get(url + "Ada")).contains(SECOND);
            assertThat(catalog.get(url + "eve"))
                    .isEqualTo("NotFoundError: Found no location with type file and target /x");
            assertThat(catalog.get(url + "bob"))
                    .isEqualTo("NotFoundError: found no origin annotation for ref user:default/bob");
            assertThat(catalog.get(url + "none")).isEqualTo("NotFoundError: found no entity for ref user:default/none");
        }
    }
}
