// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.catalog.backend.RunningCatalog.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.test.utils.MockCredentials;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EntityWriteTest {
    private static final String TARGET = "https://example.com/a.yaml";
    private static final String LOCATION = "\"location\":\"url:" + TARGET + "\"";
    private static final String SPEC = "\"spec\":{\"type\":\"t\",\"lifecycle\":\"l\",\"owner\":\"o\"}";

    private static String validation(String metadata) {
        return "{\"entity\":{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Component\",\"metadata\":" + metadata
                + "," + SPEC + "}," + LOCATION + "}";
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void readsAnEntityAgainOnDemand(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of())) {
            catalog.files().put(TARGET, component("first"));
            catalog.register(TARGET);
            catalog.awaitEntity("component:default/first", true);
            catalog.files().put(TARGET, component("first") + "---\n" + component("second"));
            var answer = catalog.post("/refresh", "{\"entityRef\":\"Component:Default/First\"}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            catalog.awaitEntity("component:default/second", true);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void doesNotFindWhatToRefresh(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of())) {
            var absent = catalog.post("/refresh", "{\"entityRef\":\"Component:default/none\"}");
            assertThat(absent.status()).isEqualTo(404);
            assertThat(absent.errorMessage()).isEqualTo("Entity component:default/none not found");
            assertThat(catalog.post("/refresh", "{\"entityRef\":\"a\\u0000b\"}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void refreshesOnBehalfOfTheTokenInTheBody() {
        var ada = MockCredentials.user("user:default/ada");
        var onlyAda = MockPermissions.deciding((_, credentials) ->
                credentials.equals(ada) ? DefinitivePolicyDecision.ALLOW : DefinitivePolicyDecision.DENY);
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of(), onlyAda)) {
            assertThat(catalog.post("/refresh", "{\"entityRef\":\"a:b/c\"}").status())
                    .isEqualTo(403);
            var token = MockCredentials.token(ada);
            var body = Map.of("entityRef", "a:b/c", "authorizationToken", token);
            assertThat(catalog.backend()
                            .http()
                            .post("/api/catalog/refresh", body)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void validatesAnEntityAsIfItCameFromTheLocation() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            var fine = catalog.post("/validate-entity", validation("{\"name\":\"a\"}"));
            assertThat(fine.status()).isEqualTo(200);
            assertThat(fine.body()).isEmpty();
            var wrong = catalog.post("/validate-entity", validation("{\"name\":\"a\",\"tags\":[\"A B\"]}"));
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().at("/errors/0/name").stringValue()).isEqualTo("InputError");
            assertThat(wrong.json().at("/errors/0/message").stringValue())
                    .startsWith(
                            "Policy check failed for component:default/a; caused by Error: \"tags.0\" is not valid");
        }
    }

    @Test
    void tellsWhatIsWrongWithARequestToValidate() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            assertThat(catalog.post("/validate-entity", "{\"entity\":{}," + LOCATION + "}")
                            .body())
                    .isEqualTo("{\"errors\":[{\"name\":\"TypeError\",\"message\":\"<root> must have required property"
                            + " 'apiVersion' - missingProperty: apiVersion\"}]}");
            var file = validation("{\"name\":\"a\"}").replace("url:https", "file:https");
            assertThat(catalog.post("/validate-entity", file).body())
                    .isEqualTo("{\"errors\":[{\"name\":\"TypeError\",\"message\":\"Invalid location ref file:" + TARGET
                            + ", only 'url:<target>' is supported, e.g. url:https://host/path\"}]}");
            assertThat(catalog.post("/validate-entity", "{}").errorMessage())
                    .isEqualTo("request/body must have required property 'location'");
        }
    }

    @Test
    void suggestsAnEntityForARepository() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            var answer = catalog.post(
                    "/analyze-location",
                    "{\"location\":{\"type\":\"url\",\"target\":\"https://github.com/acme/rocket/blob/main/a.yaml\"}}");
            assertThat(answer.body())
                    .isEqualTo("{\"existingEntityFiles\":[],\"generateEntities\":[{\"entity\":{\"apiVersion\":"
                            + "\"backstage.io/v1alpha1\",\"kind\":\"Component\",\"metadata\":{\"name\":\"rocket\","
                            + "\"annotations\":{\"github.com/project-slug\":\"acme/rocket\"}},"
                            + "\"spec\":{\"type\":\"other\",\"lifecycle\":\"unknown\"}},\"fields\":[]}]}");
            var nonsense =
                    catalog.post("/analyze-location", "{\"location\":{\"type\":\"url\",\"target\":\"not a url\"}}");
            assertThat(nonsense.status()).isEqualTo(400);
            assertThat(nonsense.errorMessage()).isEqualTo("The given location.target is not a URL");
        }
    }

    @Test
    void refusesThoseWhoMayNot() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of(), MockPermissions.deny())) {
            var location = "{\"location\":{\"type\":\"url\",\"target\":\"x\"}}";
            assertThat(catalog.post("/validate-entity", validation("{\"name\":\"a\"}"))
                            .status())
                    .isEqualTo(403);
            assertThat(catalog.post("/analyze-location", location).status()).isEqualTo(403);
            assertThat(catalog.post("/refresh", "{\"entityRef\":\"a:b/c\"}").status())
                    .isEqualTo(403);
            assertThat(catalog.delete("/entities/by-uid/x").status()).isEqualTo(403);
        }
    }

    @Test
    void showsItsPermissionsAndRules() {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            var metadata =
                    catalog.get("/.well-known/backstage/permissions/metadata").json();
            assertThat(metadata.get("permissions")
                            .valueStream()
                            .map(each -> each.get("name").stringValue()))
                    .hasSize(11)
                    .startsWith("catalog.entity.read", "catalog.entity.create");
            assertThat(metadata.get("rules")
                            .valueStream()
                            .map(each -> each.get("name").stringValue()))
                    .containsExactly(
                            "HAS_ANNOTATION",
                            "HAS_LABEL",
                            "HAS_METADATA",
                            "HAS_SPEC",
                            "IS_ENTITY_KIND",
                            "IS_ENTITY_OWNER");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_3", "POSTGRES_18"})
    void appliesConditionsToEntities(TestDatabaseId database) {
        try (var catalog = RunningCatalog.start(database, Map.of())) {
            catalog.files().put(TARGET, component("first"));
            catalog.register(TARGET);
            catalog.awaitEntity("component:default/first", true);
            var conditions = Map.of(
                    "rule",
                    "IS_ENTITY_KIND",
                    "resourceType",
                    "catalog-entity",
                    "params",
                    Map.of("kinds", List.of("component")));
            var question = Map.of(
                    "id",
                    "1",
                    "resourceRef",
                    List.of("component:default/first", "component:default/none"),
                    "resourceType",
                    "catalog-entity",
                    "conditions",
                    conditions);
            var answer = catalog.backend()
                    .http()
                    .as(MockCredentials.service())
                    .post(
                            "/api/catalog/.well-known/backstage/permissions/apply-conditions",
                            Map.of("items", List.of(question)));
            assertThat(answer.body()).isEqualTo("{\"items\":[{\"id\":\"1\",\"result\":[\"ALLOW\",\"DENY\"]}]}");
        }
    }
}
