// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.AuditorService.Severity;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.test.utils.MockAuditor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogAuditTest {
    @TempDir
    Path directory;

    private TestCatalog start() {
        var catalog = TestCatalog.start(DatabaseDialect.SQLITE, directory);
        catalog.entities().add("id-1", "{\"kind\":\"User\",\"metadata\":{\"name\":\"ada\"}}");
        return catalog;
    }

    private static MockAuditor.Entry last(TestCatalog catalog) {
        return catalog.auditor().entries().getLast();
    }

    @Test
    void recordsWhatIsRead() throws Exception {
        try (var catalog = start()) {
            catalog.get("/entities?limit=1&filter=kind=user&filter=kind=x");
            assertThat(last(catalog).event().meta())
                    .hasToString("{queryType=all, query={limit=1, filter=[kind=user, kind=x]}}");
            catalog.get("/entities/by-uid/id-1");
            assertThat(last(catalog).event().meta()).hasToString("{queryType=by-uid, uid=id-1}");
            assertThat(last(catalog).meta()).hasToString("{entities=[user:default/ada]}");
            catalog.get("/entities/by-query?limit=0");
            assertThat(last(catalog).meta()).hasToString("{totalItems=1, pageInfo={}}");
            catalog.get("/entities/by-name/User/default/ada/ancestry");
            assertThat(last(catalog).event().meta()).hasToString("{actionType=ancestry, entityRef=user:default/ada}");
            assertThat(last(catalog).meta())
                    .hasToString("{rootEntityRef=user:default/ada, ancestry=[{entityRef=user:default/ada,"
                            + " parentEntityRefs=[]}]}");
            catalog.post("/entities/by-refs", "{\"entityRefs\":[\"user:default/ada\"]}");
            assertThat(last(catalog).meta()).hasToString("{entityRefs=[\"user:default/ada\"]}");
            catalog.get("/entity-facets?facet=kind");
            assertThat(last(catalog)).hasToString("entity-facets succeeded");
        }
    }

    @Test
    void recordsFailures() throws Exception {
        try (var catalog = start()) {
            catalog.get("/entities/by-name/user/default/none");
            assertThat(catalog.auditor().lines()).containsExactly("entity-fetch initiated", "entity-fetch failed");
            assertThat(last(catalog).failure().orElseThrow())
                    .hasMessage("No entity named 'none' found, with kind 'user' in namespace 'default'");
            catalog.text("GET", "/locations/by-entity/a/b/c", "", Map.of());
            assertThat(last(catalog).event().meta()).hasToString("{queryType=by-entity, locationRef=a:b/c}");
        }
    }

    @Test
    void recordsNothingOfRequestsThatDoNotFit() throws Exception {
        try (var catalog = start()) {
            catalog.get("/entities?nonsense=1");
            catalog.post("/locations", "{\"type\":\"url\",\"target\":\"x\",\"more\":1}");
            assertThat(catalog.auditor().entries()).isEmpty();
        }
    }

    @Test
    void tellsChangesFromTrials() throws Exception {
        try (var catalog = start()) {
            var location = "{\"type\":\"file\",\"target\":\"x\"}";
            catalog.post("/locations?dryRun=true", location);
            assertThat(last(catalog).event().severity()).isEqualTo(Severity.LOW);
            assertThat(last(catalog).event().meta())
                    .hasToString("{actionType=create, location=" + location + ", isDryRun=true}");
            catalog.post("/locations", location);
            assertThat(last(catalog).event().severity()).isEqualTo(Severity.MEDIUM);
            catalog.text("DELETE", "/locations/x", "", Map.of());
            assertThat(last(catalog).event().meta()).hasToString("{actionType=delete, id=x}");
            catalog.text("DELETE", "/entities/by-uid/id-1", "", Map.of());
            assertThat(last(catalog).event().severity()).isEqualTo(Severity.MEDIUM);
            assertThat(last(catalog)).hasToString("entity-mutate succeeded");
        }
    }

    @Test
    void recordsTheEndOfAStream() throws Exception {
        try (var catalog = start()) {
            catalog.entities().inTransaction(entities -> {
                for (var index = 0; index < 600; index++) {
                    entities.add("more-" + index, "{\"kind\":\"User\",\"metadata\":{\"name\":\"u" + index + "\"}}");
                }
            });
            var response = catalog.send("GET", "/entities?fields=kind", "", Map.of());
            assertThat(catalog.auditor().lines()).isEqualTo(List.of("entity-fetch initiated"));
            TestCatalog.text(response);
            assertThat(last(catalog)).hasToString("entity-fetch succeeded");
        }
    }

    @Test
    void laysOutChosenFieldsForPeopleInDevelopment() throws Exception {
        try (var catalog = TestCatalog.startForDevelopment(DatabaseDialect.SQLITE, directory)) {
            assertThat(catalog.get("/entities?fields=kind")).isEqualTo("[]");
            catalog.entities()
                    .add("id-1", "{\"kind\":\"User\",\"metadata\":{\"name\":\"ada\",\"tags\":[],\"labels\":{}}}")
                    .add("id-2", "{\"kind\":\"User\",\"metadata\":{\"name\":\"bo\",\"tags\":[\"a\"]}}");
            assertThat(catalog.get("/entities?fields=metadata.tags,metadata.labels"))
                    .isEqualTo("""
                            [
                              {
                                "metadata": {
                                  "tags": [],
                                  "labels": {}
                                }
                              },
                              {
                                "metadata": {
                                  "tags": [
                                    "a"
                                  ]
                                }
                              }
                            ]""");
            assertThat(catalog.get("/entities?limit=1&fields=kind")).isEqualTo("[{\"kind\":\"User\"}]");
            assertThat(catalog.get("/entities")).startsWith("[{\"kind\":\"User\",\"metadata\"");
        }
    }
}
