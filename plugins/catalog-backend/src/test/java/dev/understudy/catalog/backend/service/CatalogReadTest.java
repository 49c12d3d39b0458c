// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

final class CatalogReadTest {
    private static final String GATEWAY =
            "{\"kind\":\"Component\",  \"metadata\":{\"name\":\"Gateway\",\"title\":\"The Gate\","
                    + "\"tags\":[\"java\",\"Pay\"],\"annotations\":{\"x.io/y\":\"1\"}},\"spec\":{\"type\":\"service\",\"n\":1.50}}";

    @TempDir
    Path directory;

    private TestCatalog start(DatabaseDialect dialect) {
        var catalog = TestCatalog.start(dialect, directory);
        catalog.entities()
                .add("id-3", GATEWAY)
                .add("id-1", "{\"kind\":\"User\",\"metadata\":{\"name\":\"ada\",\"title\":\"Ada\"}}")
                .add("id-2", "{\"kind\":\"User\",\"metadata\":{\"name\":\"grace\",\"namespace\":\"other\"}}")
                .add("id-4", "{\"kind\":\"Component\",\"metadata\":{\"name\":\"web\"},\"spec\":{\"type\":\"website\"}}")
                .addSearchRow("id-3", "relations.ownedBy", "user:default/ada");
        return catalog;
    }

    private static String names(JsonNode entities) {
        return String.join(
                " ",
                entities.valueStream()
                        .map(entity -> entity.at("/metadata/name").asString("?"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void returnsAnEntityExactlyAsStored(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entities/by-name/component/DEFAULT/gateway"))
                    .isEqualTo(GATEWAY);
            assertThat(catalog.get("/entities/by-uid/ID-3")).isEqualTo(GATEWAY);
            assertThat(catalog.get("/entities?filter=kind=component,metadata.tags=PAY"))
                    .isEqualTo("[" + GATEWAY + "]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichEntityIsNotThere(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entities/by-name/User/Default/Nobody"))
                    .isEqualTo(
                            "NotFoundError: No entity named 'Nobody' found, with kind 'User' in namespace 'Default'");
            assertThat(catalog.get("/entities/by-uid/x")).isEqualTo("NotFoundError: No entity with uid x");
            assertThat(catalog.get("/entities/by-uid/%00")).isEqualTo("NotFoundError: No entity with uid \0");
            assertThat(catalog.get("/entities/by-name/User/Default/Nobody/ancestry"))
                    .isEqualTo("NotFoundError: No such entity user:default/nobody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersByParameters(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var list = "/entities?order=asc:metadata.name&filter=";
            assertThat(names(catalog.json(list + "kind=user"))).isEqualTo("ada grace");
            assertThat(names(catalog.json(list + "kind=user,metadata.namespace=default")))
                    .isEqualTo("ada");
            assertThat(names(catalog.json(list + "kind=user&filter=spec.type=website")))
                    .isEqualTo("ada grace web");
            assertThat(names(catalog.json(list + "metadata.name=ada,%20metadata.name%20=%20web%20,,")))
                    .isEqualTo("ada web");
            assertThat(names(catalog.json(list + "METADATA.TITLE"))).isEqualTo("ada Gateway");
            assertThat(names(catalog.json(list + "metadata.tags.java"))).isEqualTo("Gateway");
            assertThat(names(catalog.json(list + "relations.ownedby=User:Default/Ada")))
                    .isEqualTo("Gateway");
            assertThat(names(catalog.json(list + "metadata.title="))).isEmpty();
            assertThat(names(catalog.json(list + "kind=%25"))).isEmpty();
            assertThat(catalog.get("/entities?filter=a,%20=x"))
                    .isEqualTo("InputError: Invalid filter, '=x' is not a valid statement"
                            + " (expected a string on the form a=b or a= or a)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersByPredicates(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(query(catalog, "{}")).isEqualTo("ada Gateway grace web");
            assertThat(query(catalog, "{\"$all\":[]}")).isEqualTo("ada Gateway grace web");
            assertThat(query(catalog, "{\"$any\":[]}")).isEmpty();
            assertThat(query(catalog, "{\"$not\":{\"kind\":\"user\"}}")).isEqualTo("Gateway web");
            assertThat(query(catalog, "{\"kind\":{\"$in\":[\"USER\",1]},\"metadata.title\":{\"$exists\":false}}"))
                    .isEqualTo("grace");
            assertThat(query(catalog, "{\"kind\":{\"$in\":[]}}")).isEmpty();
            assertThat(query(catalog, "{\"metadata.name\":{\"$hasPrefix\":\"G\"}}"))
                    .isEqualTo("Gateway grace");
            assertThat(query(catalog, "{\"metadata.name\":{\"$hasPrefix\":\"%\"}}"))
                    .isEmpty();
            assertThat(query(catalog, "{\"metadata.tags\":{\"$contains\":\"Java\"}}"))
                    .isEqualTo("Gateway");
            assertThat(query(catalog, "{\"spec.n\":1.5}")).isEqualTo("Gateway");
            assertThat(query(catalog, "{\"relations\":{\"$contains\":{\"type\":\"ownedBy\"}}}"))
                    .isEqualTo("Gateway");
            assertThat(query(
                            catalog,
                            "{\"relations\":{\"$contains\":{\"type\":\"ownedBy\",\"targetRef\":{\"$in\":[\"x\"]}}}}"))
                    .isEmpty();
            assertThat(query(catalog, "{\"$any\":[{\"kind\":\"\\u0000\"},{\"$not\":{\"kind\":\"\\u0000\"}}]}"))
                    .isEqualTo("ada Gateway grace web");
        }
    }

    private static String query(TestCatalog catalog, String predicate) throws Exception {
        var body = "{\"orderBy\":[{\"field\":\"metadata.name\",\"order\":\"asc\"}],\"query\":" + predicate + "}";
        var answer = Json.mapper().readTree(catalog.post("/entities/by-query", body));
        assertThat(answer.get("totalItems").intValue())
                .isEqualTo(answer.get("items").size());
        return names(answer.get("items"));
    }

    @ParameterizedTest
    @EnumSource
    void sortsListsWithEntitiesThatLackTheFieldLast(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(names(catalog.json("/entities?limit=9"))).isEqualTo("Gateway web ada grace");
            assertThat(names(catalog.json("/entities?limit=9&order=desc:metadata.title")))
                    .isEqualTo("Gateway ada grace web");
            assertThat(names(catalog.json("/entities?limit=2&offset=1&order=asc:metadata.title")))
                    .isEqualTo("Gateway grace");
            assertThat(names(catalog.json("/entities?limit=9&order=desc:kind&order=asc:metadata.title")))
                    .isEqualTo("ada grace Gateway web");
            assertThat(names(catalog.json("/entities?order=desc:metadata.title")))
                    .isEqualTo("Gateway ada");
            assertThat(names(catalog.json("/entities"))).isEqualTo("ada grace Gateway web");
            assertThat(catalog.get("/entities?order=sideways:kind"))
                    .isEqualTo("InputError: Invalid order parameter \"sideways:kind\","
                            + " expected \"<asc or desc>:<field name>\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void linksTheNextPageOfAList(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var first = catalog.send("GET", "/entities?limit=2&offset=1&fields=metadata.name", "", Map.of());
            assertThat(first.header("Link"))
                    .hasValue("</entities?limit=2&fields=metadata.name&after=eyJsaW1pdCI6Miwib2Zmc2V0IjozfQ%3D%3D>;"
                            + " rel=\"next\"");
            var last =
                    catalog.send("GET", "/entities?limit=2&after=eyJsaW1pdCI6Miwib2Zmc2V0IjozfQ%3D%3D", "", Map.of());
            assertThat(last.header("Link")).isEmpty();
            assertThat(names(Json.mapper().readTree(TestCatalog.text(last)))).isEqualTo("grace");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsMoreThanABatch(DatabaseDialect dialect) throws Exception {
        try (var catalog = TestCatalog.start(dialect, directory)) {
            catalog.entities().inTransaction(entities -> {
                for (var index = 1000; index < 2001; index++) {
                    entities.add("id-" + index, "{\"kind\":\"K\",\"metadata\":{\"name\":\"n-" + index + "\"}}");
                }
            });
            var all = catalog.json("/entities?fields=metadata.name&filter=kind=k");
            assertThat(all).hasSize(1001);
            assertThat(all.at("/0/metadata/name").stringValue()).isEqualTo("n-1000");
            assertThat(all.at("/1000/metadata/name").stringValue()).isEqualTo("n-2000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesThroughPagesAndBack(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var first = catalog.json("/entities/by-query?limit=2&orderField=metadata.name,desc");
            assertThat(names(first.get("items"))).isEqualTo("web grace");
            assertThat(first.get("totalItems").intValue()).isEqualTo(4);
            assertThat(first.get("pageInfo").has("prevCursor")).isFalse();
            var second = page(catalog, first.at("/pageInfo/nextCursor"));
            assertThat(names(second.get("items"))).isEqualTo("Gateway ada");
            assertThat(second.get("totalItems").intValue()).isEqualTo(4);
            assertThat(second.get("pageInfo").has("nextCursor")).isFalse();
            var back = page(catalog, second.at("/pageInfo/prevCursor"));
            assertThat(names(back.get("items"))).isEqualTo("web grace");
            assertThat(back.get("pageInfo").has("prevCursor")).isFalse();
            assertThat(back.get("pageInfo").has("nextCursor")).isTrue();
        }
    }

    private static JsonNode page(TestCatalog catalog, JsonNode cursor) throws Exception {
        return catalog.json("/entities/by-query?limit=2&cursor=" + cursor.stringValue());
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutEntitiesThatLackTheSortField(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var answer = catalog.json("/entities/by-query?orderField=METADATA.title&orderField=kind,desc");
            assertThat(names(answer.get("items"))).isEqualTo("ada Gateway");
            assertThat(answer.get("totalItems").intValue()).isEqualTo(2);
            assertThat(catalog.log()).containsExactly("warn Only one sort field is supported, ignoring the rest");
            assertThat(catalog.get("/entities/by-query?orderField=nothing"))
                    .isEqualTo("{\"items\":[],\"totalItems\":0,\"pageInfo\":{}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsOnlyWhenAsked(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entities/by-query?limit=0"))
                    .isEqualTo("{\"items\":[],\"totalItems\":4,\"pageInfo\":{}}");
            assertThat(catalog.get(
                            "/entities/by-query?limit=0&filter=kind=user,metadata.name=ada&orderField=metadata.title"))
                    .isEqualTo("{\"items\":[],\"totalItems\":1,\"pageInfo\":{}}");
            assertThat(catalog.json("/entities/by-query?totalItems=exclude")
                            .get("totalItems")
                            .intValue())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksForText(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var url = "/entities/by-query?fullTextFilterTerm=";
            assertThat(names(catalog.json(url + "%20GA%20&orderField=metadata.name")
                            .get("items")))
                    .isEqualTo("Gateway");
            assertThat(names(catalog.json(url + "a&fullTextFilterFields=metadata.title,kind&orderField=metadata.name")
                            .get("items")))
                    .isEqualTo("ada Gateway");
            assertThat(names(catalog.json(url + "id-2").get("items"))).isEqualTo("grace");
            assertThat(catalog.post("/entities/by-query", "{\"fullTextFilter\":{\"term\":\"a\",\"fields\":[]}}"))
                    .isEqualTo("{\"items\":[],\"totalItems\":0,\"pageInfo\":{}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnsOnlyTheWantedFields(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(
                            catalog.get(
                                    "/entities?filter=kind=component&fields=kind,metadata.annotations.x.io/y,none&fields=spec.n"))
                    .isEqualTo("[{\"kind\":\"Component\",\"metadata\":{\"annotations\":{\"x.io/y\":\"1\"}},"
                            + "\"spec\":{\"n\":1.5}},{\"kind\":\"Component\"}]");
            assertThat(catalog.get("/entities?fields=metadata.tags[0]"))
                    .isEqualTo("InputError: Invalid field \"metadata.tags[0]\", array type fields are not supported");
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnsEntitiesInTheOrderOfTheirReferences(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            var refs = "{\"entityRefs\":[\"user:other/grace\",\"user:default/none\\u0000\",\"User:default/ada\","
                    + "\"component:default/web\"],\"fields\":[\"metadata.name\"]";
            assertThat(catalog.post("/entities/by-refs", refs + "}"))
                    .isEqualTo("{\"items\":[{\"metadata\":{\"name\":\"grace\"}},null,null,"
                            + "{\"metadata\":{\"name\":\"web\"}}]}");
            assertThat(catalog.post(
                            "/entities/by-refs?filter=kind=user",
                            refs + ",\"query\":{\"metadata.namespace\":\"other\"}}"))
                    .isEqualTo("{\"items\":[{\"metadata\":{\"name\":\"grace\"}},null,null,null]}");
            assertThat(catalog.post("/entities/by-refs", "{\"entityRefs\":[]}")).isEqualTo("{\"items\":[]}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsTheValuesOfFields(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            assertThat(catalog.get("/entity-facets?facet=KIND&facet=spec.type&facet=none"))
                    .isEqualTo("{\"facets\":{\"KIND\":[{\"value\":\"Component\",\"count\":2},"
                            + "{\"value\":\"User\",\"count\":2}],\"spec.type\":[{\"value\":\"service\",\"count\":1},"
                            + "{\"value\":\"website\",\"count\":1}],\"none\":[]}}");
            assertThat(catalog.get("/entity-facets?facet=metadata.tags")).contains("\"Pay\"", "\"java\"");
            assertThat(catalog.get("/entity-facets?facet=kind&filter=metadata.title"))
                    .isEqualTo("{\"facets\":{\"kind\":[{\"value\":\"Component\",\"count\":1},"
                            + "{\"value\":\"User\",\"count\":1}]}}");
            assertThat(catalog.post("/entity-facets", "{\"facets\":[\"kind\"],\"query\":{\"kind\":\"user\"}}"))
                    .isEqualTo("{\"facets\":{\"kind\":[{\"value\":\"User\",\"count\":2}]}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatLedToAnEntity(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            catalog.entities()
                    .emits("user:default/ada", "component:default/web")
                    .emits("component:default/gateway", "user:default/ada")
                    .emits("component:default/web", "component:default/gateway");
            var ancestry = catalog.json("/entities/by-name/component/default/web/ancestry");
            assertThat(ancestry.get("rootEntityRef").stringValue()).isEqualTo("component:default/web");
            assertThat(ancestry.at("/items/0/parentEntityRefs")).hasToString("[\"user:default/ada\"]");
            assertThat(ancestry.at("/items/1/parentEntityRefs")).hasToString("[\"component:default/gateway\"]");
            assertThat(ancestry.at("/items/2/entity/metadata/title").stringValue())
                    .isEqualTo("The Gate");
            assertThat(ancestry.get("items")).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void removesAnEntityAndHasItsParentsProcessedAgain(DatabaseDialect dialect) throws Exception {
        try (var catalog = start(dialect)) {
            catalog.entities().emits("user:default/ada", "component:default/web");
            catalog.entities()
                    .sql()
                    .update("INSERT INTO relations (originating_entity_id, source_entity_ref, type, target_entity_ref)"
                            + " VALUES ('id-4', 'component:default/web', 'x', 'user:other/grace')");
            assertThat(catalog.text("DELETE", "/entities/by-uid/id-4", "", Map.of()))
                    .isEqualTo("204");
            assertThat(catalog.text("DELETE", "/entities/by-uid/id-4", "", Map.of()))
                    .isEqualTo("204");
            assertThat(names(catalog.json("/entities"))).isEqualTo("ada grace Gateway");
            var sql = catalog.entities().sql();
            assertThat(sql.query(
                            "SELECT entity_ref FROM refresh_state WHERE result_hash = 'child-was-deleted'",
                            row -> row.getString(1)))
                    .containsExactly("user:default/ada");
            assertThat(sql.query("SELECT entity_ref FROM stitch_queue", row -> row.getString(1)))
                    .containsExactly("user:other/grace");
        }
    }
}
