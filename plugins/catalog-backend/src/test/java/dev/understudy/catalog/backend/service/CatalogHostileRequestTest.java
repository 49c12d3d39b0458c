// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CatalogHostileRequestTest {
    private static final String EMPTY = "{\"items\":[],\"totalItems\":0,\"pageInfo\":{}}";
    private static final String ALL = "{\"items\":[],\"totalItems\":1,\"pageInfo\":{}}";

    @TempDir
    Path directory;

    private TestCatalog start(DatabaseDialect dialect) {
        var catalog = TestCatalog.start(dialect, directory);
        catalog.entities().add("id-1", "{\"kind\":\"User\",\"metadata\":{\"name\":\"ada\"}}");
        return catalog;
    }

    @ParameterizedTest
    @EnumSource
    void copesWithNul(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entities/by-query?limit=0&filter=kind=%00"))
                    .isEqualTo(EMPTY);
            assertThat(catalog.get("/entities/by-query?filter=%00")).isEqualTo(EMPTY);
            assertThat(catalog.get("/entities/by-query?orderField=%00")).isEqualTo(EMPTY);
            assertThat(catalog.get("/entities/by-query?fullTextFilterTerm=%00")).isEqualTo(EMPTY);
            assertThat(catalog.get("/entities?limit=1&order=asc:%00&fields=kind"))
                    .isEqualTo("[{\"kind\":\"User\"}]");
            assertThat(catalog.get("/entities?limit=1&order=asc:%00&order=asc:kind&fields=kind"))
                    .isEqualTo("[{\"kind\":\"User\"}]");
            assertThat(catalog.get("/entity-facets?facet=%00")).isEqualTo("{\"facets\":{\"\\u0000\":[]}}");
            assertThat(catalog.get("/locations/%00")).isEqualTo("NotFoundError: Found no location with ID \0");
            assertThat(catalog.text("DELETE", "/locations/%00", "", Map.of()))
                    .isEqualTo("NotFoundError: Found no location with ID \0");
            assertThat(catalog.post(
                            "/locations/by-query",
                            "{\"query\":{\"id\":\"\\u0000\",\"type\":{\"$hasPrefix\":\"\\u0000\"}}}"))
                    .isEqualTo(EMPTY);
            assertThat(
                            catalog.post(
                                    "/entities/by-query",
                                    "{\"cursor\":\"eyJvcmRlckZpZWxkcyI6W10sImlzUHJldmlvdXMiOmZhbHNlLCJvcmRlckZpZWxkVmFsdWVzIjpbIlx1MDAwMCJdfQ==\",\"fields\":[\"kind\"]}"))
                    .contains("\"items\":[");
        }
    }

    @ParameterizedTest
    @EnumSource
    void copesWithHugeNumbers(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entities?fields=kind&limit=99999999999999999999"))
                    .isEqualTo("[{\"kind\":\"User\"}]");
            assertThat(catalog.get("/entities?limit=9223372036854775807&offset=9223372036854775807"))
                    .isEqualTo("[]");
            assertThat(catalog.get("/entities?limit=9223372036854775807&offset=9223372036854775807&order=asc:kind"))
                    .isEqualTo("[]");
            assertThat(catalog.get("/entities/by-query?limit=1e300&offset=1e300"))
                    .isEqualTo(ALL);
            assertThat(catalog.post("/locations/by-query", "{\"limit\":1e300}")).isEqualTo(EMPTY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void copesWithManyConditions(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entities/by-query?limit=0&filter=" + keys(3_000, ",")))
                    .isEqualTo(EMPTY);
            assertThat(catalog.get("/entities/by-query?limit=0&filter=kind&filter=" + keys(900, "&filter=")))
                    .isEqualTo(ALL);
            var values = IntStream.range(0, 9_000)
                    .mapToObj(index -> "\"v" + index + "\"")
                    .collect(Collectors.joining(","));
            assertThat(catalog.post("/entities/by-query", "{\"query\":{\"kind\":{\"$in\":[" + values + "]}}}"))
                    .isEqualTo(EMPTY);
            assertThat(catalog.get("/entities/by-query?filter=" + keys(6_000, ",")))
                    .isEqualTo("InputError: Invalid filter, more than 5000 conditions");
        }
    }

    private static String keys(int count, String separator) {
        return IntStream.range(0, count).mapToObj(index -> "k" + index).collect(Collectors.joining(separator));
    }

    @ParameterizedTest
    @EnumSource
    void copesWithDepth(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.post("/entities/by-query", nested(150, 0))).isEqualTo(ALL);
            assertThat(catalog.post("/entities/by-query", nested(450, 0)))
                    .isEqualTo("InputError: Invalid filter predicate: nested more than 200 levels deep");
            assertThat(catalog.post("/entities/by-query", nested(5_000, 0))).startsWith("InputError: ");
        }
    }

    private static String nested(int depth, int limit) {
        return "{\"limit\":" + limit + ",\"query\":" + "{\"$not\":".repeat(depth) + "{\"kind\":\"user\"}"
                + "}".repeat(depth) + "}";
    }

    @ParameterizedTest
    @EnumSource
    void takesWildcardsOfPrefixesAndQuotesLiterally(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            for (var prefix : new String[] {"%", "_", "\\\\", "u_er"}) {
                assertThat(catalog.post(
                                "/entities/by-query", "{\"query\":{\"kind\":{\"$hasPrefix\":\"" + prefix + "\"}}}"))
                        .isEqualTo(EMPTY);
            }
            assertThat(catalog.get("/entities?filter=kind='%20or%201=1")).isEqualTo("[]");
            assertThat(catalog.get("/entities/by-query?limit=0&fullTextFilterTerm=%25"))
                    .isEqualTo(ALL);
            assertThat(catalog.get("/entities/by-query?limit=0&fullTextFilterTerm=%5C"))
                    .isEqualTo(EMPTY);
            assertThat(catalog.get("/entities/by-query?limit=0&fullTextFilterTerm=" + "x".repeat(60_000)))
                    .isEqualTo(EMPTY);
        }
    }
}
