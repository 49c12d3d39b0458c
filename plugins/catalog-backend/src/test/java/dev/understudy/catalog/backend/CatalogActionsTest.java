// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CatalogActionsTest {
    private static final String TARGET = "https://example.com/actions.yaml";
    private static final String OTHER_KIND = """
            ---
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata: {name: web}
            spec: {type: openapi, lifecycle: production, owner: crew, definition: none}
            """;

    private static RunningCatalog catalog;

    @BeforeAll
    static void start() {
        catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of());
        catalog.files()
                .put(
                        TARGET,
                        RunningCatalog.component("web") + "---\n" + RunningCatalog.component("batch") + OTHER_KIND);
        catalog.register(TARGET);
        catalog.awaitEntity("component:default/batch", true);
        catalog.awaitEntity("component:default/web", true);
        catalog.awaitEntity("api:default/web", true);
    }

    @AfterAll
    static void stop() {
        catalog.close();
    }

    @Test
    void areListedAsTheReferenceListsThem() throws IOException {
        try (var recorded = Objects.requireNonNull(getClass().getResourceAsStream("reference-actions.json"))) {
            assertThat(catalog.get("/.backstage/actions/v1/actions").body())
                    .isEqualTo(new String(recorded.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void describeTheModel() {
        assertThat(run("get-catalog-model-description", "{}")
                        .json()
                        .at("/output/description")
                        .stringValue())
                .startsWith("# Catalog Model\n")
                .contains("### Entity Kind \"Component\"", "### Relation \"ownedBy\"");
    }

    @Test
    void getOneEntity() {
        var found = run("get-catalog-entity", "{\"name\":\"batch\"}");
        assertThat(found.json().at("/output/metadata/name").stringValue()).isEqualTo("batch");
        assertThat(run("get-catalog-entity", "{\"name\":\"web\",\"kind\":\"api\",\"namespace\":\"default\"}")
                        .status())
                .isEqualTo(200);
        assertRefused("get-catalog-entity", "{\"name\":\"none\"}", 400, "No entity found with name \"none\"");
        assertThat(run("get-catalog-entity", "{\"name\":\"web\"}").status()).isEqualTo(409);
        assertThat(run("get-catalog-entity", "{\"name\":\"web\"}").errorMessage())
                .startsWith("Multiple entities found with name \"web\", please provide more specific filters."
                        + " Entities found: \"")
                .contains("\"api:default/web\"", "\"component:default/web\"");
    }

    @Test
    void refreshOneEntity() {
        assertThat(run("refresh-catalog-entity", "{\"name\":\" batch \"}").body())
                .isEqualTo("{\"output\":{\"entityRef\":\"component:default/batch\"}}");
        assertRefused("refresh-catalog-entity", "{\"name\":\"none\"}", 400, "No entity found with name \"none\"");
    }

    @Test
    void validateEntities() {
        assertThat(validate("kind: Component"))
                .isEqualTo("{\"isValid\":false,\"isValidYaml\":true,\"errors\":[\"<root> must have required property"
                        + " 'apiVersion' - missingProperty: apiVersion\"]}");
        assertThat(validate("[1]")).isEqualTo("{\"isValid\":false,\"isValidYaml\":true,\"errors\":[]}");
        assertThat(validate("")).isEqualTo("{\"isValid\":false,\"isValidYaml\":true,\"errors\":[]}");
        assertThat(validate("a: [b"))
                .startsWith("{\"isValid\":false,\"isValidYaml\":false,\"errors\":[\"YAML parsing error: ");
        assertThat(validate("a: 1\n---\nb: 2"))
                .startsWith("{\"isValid\":false,\"isValidYaml\":false,\"errors\":[\"YAML parsing error: Source contains"
                        + " multiple documents; please use YAML.parseAllDocuments()");
        assertThat(validate(RunningCatalog.component("fine")))
                .startsWith("{\"isValid\":true,\"isValidYaml\":true,\"errors\":[],\"entity\":{\"apiVersion\":");
    }

    private static String validate(String yaml) {
        var input = Json.mapper().createObjectNode().put("entity", yaml);
        return run("validate-entity", input.toString()).json().path("output").toString();
    }

    @Test
    void registerAndUnregisterLocations() {
        var url = "https://example.com/other.yaml";
        var registered = run("register-entity", "{\"locationUrl\":\"" + url + "\"}");
        var id = registered.json().at("/output/locationId").stringValue();
        assertThat(run("unregister-entity", "{\"type\":{\"locationId\":\"" + id + "\"}}")
                        .body())
                .isEqualTo("{\"output\":{}}");
        run("register-entity", "{\"locationUrl\":\"" + url + "\"}");
        var byUrl = "{\"type\":{\"locationUrl\":\"https://EXAMPLE.com/other.yaml\"}}";
        assertThat(run("unregister-entity", byUrl).status()).isEqualTo(200);
        assertRefused("unregister-entity", byUrl, 404, "Location with URL https://EXAMPLE.com/other.yaml not found");
        assertRefused(
                "unregister-entity", "{\"type\":{\"locationId\":\"none\"}}", 404, "Request failed with 404 Not Found");
        assertRefused("register-entity", "{\"locationUrl\":\"nope\"}", 400, "nope is an invalid URL");
    }

    @Test
    void queryPageByPage() {
        var first = run(
                        "query-catalog-entities",
                        "{\"query\":{\"kind\":\"Component\"},\"fields\":[\"metadata.name\"],\"limit\":1,"
                                + "\"orderFields\":{\"field\":\"metadata.name\",\"order\":\"desc\"}}")
                .json()
                .path("output");
        assertThat(first.path("items").toString()).isEqualTo("[{\"metadata\":{\"name\":\"web\"}}]");
        assertThat(first.path("totalItems").intValue()).isEqualTo(2);
        assertThat(first.path("hasMoreEntities").booleanValue()).isTrue();
        var cursor = first.path("nextPageCursor").stringValue();
        var second = run("query-catalog-entities", "{\"cursor\":\"" + cursor + "\",\"limit\":1,\"fields\":[\"kind\"]}");
        assertThat(second.body())
                .isEqualTo("{\"output\":{\"items\":[{\"kind\":\"Component\"}],\"totalItems\":2,"
                        + "\"hasMoreEntities\":false}}");
    }

    private static void assertRefused(String action, String input, int status, String message) {
        var answer = run(action, input);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorMessage()).isEqualTo(message);
    }

    private static TestResponse run(String action, String input) {
        return catalog.post("/.backstage/actions/v1/actions/catalog:" + action + "/invoke", input);
    }
}
