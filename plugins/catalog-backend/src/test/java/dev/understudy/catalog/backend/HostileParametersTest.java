// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a sane one: no server error, neither of ours nor of the database. */
final class HostileParametersTest {
    private static final int REQUESTS = 900;
    // found, made, deleted or refused; a refresh may bring a token of its own
    private static final Set<Integer> SANE = Set.of(200, 201, 204, 400, 401, 404, 409, 413, 414, 431);
    private static final String TARGET = "https://example.com/catalog-info.yaml";

    private static final Map<String, List<String>> QUERIES = Map.of(
            "/entities", List.of("filter", "fields", "order", "offset", "limit", "after"),
            "/entities/by-query",
                    List.of(
                            "filter",
                            "fields",
                            "orderField",
                            "offset",
                            "limit",
                            "cursor",
                            "fullTextFilterTerm",
                            "fullTextFilterFields"),
            "/entity-facets", List.of("facet", "filter"));
    private static final List<String> PATHS = List.of(
            "/entities/by-name/%s/%s/%s",
            "/entities/by-name/%s/%s/%s/ancestry",
            "/entities/by-uid/%s",
            "/locations/%s",
            "/locations/by-entity/%s/%s/%s");
    private static final Map<String, List<String>> BODIES = Map.of(
            "/entities/by-refs", List.of("entityRefs", "fields", "query", "filter"),
            "/entities/by-query",
                    List.of("cursor", "query", "fields", "limit", "offset", "orderBy", "fullTextFilter", "filter"),
            "/entity-facets", List.of("facets", "query", "filter"),
            "/locations/by-query", List.of("query", "limit", "cursor"),
            "/refresh", List.of("entityRef", "authorizationToken"),
            "/locations?dryRun=true", List.of("type", "target", "presence"),
            "/validate-entity", List.of("entity", "location"),
            "/analyze-location", List.of("location", "catalogFilename"));

    @ParameterizedTest
    @EnumSource
    void answersSanely(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of())) {
            catalog.files().put(TARGET, RunningCatalog.component("web"));
            catalog.register(TARGET);
            catalog.awaitEntity("component:default/web", true);
            var insane = new ArrayList<String>();
            var statuses = new TreeMap<Integer, Integer>();
            for (var seed = 0; seed < REQUESTS; seed++) {
                var answer = send(catalog, new HostileValues(seed), seed, insane);
                statuses.merge(answer.status(), 1, Integer::sum);
            }
            assertThat(insane).isEmpty();
            assertThat(statuses).containsKeys(200, 400, 404);
            assertThat(catalog.get("/entities/by-name/component/default/web").status())
                    .isEqualTo(200);
        }
    }

    private static TestResponse send(RunningCatalog catalog, HostileValues values, int seed, List<String> insane) {
        var request = "";
        var body = "";
        TestResponse answer;
        switch (seed % 3) {
            case 0 -> {
                request = query(values);
                answer = catalog.get(request);
            }
            case 1 -> {
                var pattern = values.oneOf(PATHS);
                request = pattern.formatted(values.encoded(), values.encoded(), values.encoded());
                answer = seed % 2 == 0 ? catalog.get(request) : catalog.delete(request);
            }
            default -> {
                request = values.oneOf(BODIES.keySet().stream().sorted().toList());
                body = Json.stringify(values.body(BODIES.getOrDefault(request, List.of())));
                answer = catalog.post(request, body);
            }
        }
        if (!SANE.contains(answer.status()) || !isExplained(answer)) {
            insane.add(seed + " " + request + " " + body + " -> " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static String query(HostileValues values) {
        var path = values.oneOf(QUERIES.keySet().stream().sorted().toList());
        var parameters = new ArrayList<String>();
        for (var count = 0; count < 3; count++) {
            parameters.add(values.oneOf(QUERIES.getOrDefault(path, List.of())) + "=" + values.encoded());
        }
        return path + "?" + String.join("&", parameters);
    }

    /** Whether a refusal has Backstage's error in its body. */
    private static boolean isExplained(TestResponse answer) {
        if (answer.status() < 400 || answer.body().isEmpty()) {
            return true;
        }
        JsonNode error = Json.mapper().readTree(answer.body()).path("error");
        return !error.path("name").asString("").isEmpty()
                && error.path("message").isString();
    }
}
