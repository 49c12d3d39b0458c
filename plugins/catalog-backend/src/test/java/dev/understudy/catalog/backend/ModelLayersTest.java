// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.catalog.model.layer.CatalogModelLayer;
import dev.understudy.catalog.model.layer.KnownLayers;
import dev.understudy.catalog.node.StaticCatalogModelModule;
import dev.understudy.errors.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ModelLayersTest {
    private static final String TARGET = "https://example.com/skills.yaml";

    private static RunningCatalog start(CatalogModelLayer... layers) {
        return RunningCatalog.start(
                TestDatabaseId.SQLITE_3,
                Map.of("rules", List.of(Map.of("allow", List.of("AiResource", "Location", "Group")))),
                MockPermissions.allow(),
                StaticCatalogModelModule.provide(layers));
    }

    @Test
    void bringKindsThatTheCatalogDidNotKnow() throws IOException {
        try (var catalog = start(KnownLayers.aiResource(), KnownLayers.mcpServerApi())) {
            catalog.files().put(TARGET, """
                    apiVersion: backstage.io/v1alpha1
                    kind: AiResource
                    metadata: {name: reviews}
                    spec: {type: skill, lifecycle: production, owner: crew, dependsOn: [tests]}
                    """);
            catalog.register(TARGET);
            catalog.awaitEntity("airesource:default/reviews", true);
            assertThat(catalog.get("/entities/by-name/airesource/default/reviews")
                            .json()
                            .get("relations")
                            .toString())
                    .isEqualTo("[{\"type\":\"dependsOn\",\"targetRef\":\"airesource:default/tests\"},"
                            + "{\"type\":\"ownedBy\",\"targetRef\":\"group:default/crew\"}]");
            assertThat(validationError(catalog, "AiResource", "{\"type\":\"rule\"}"))
                    .isEqualTo("Processor ModelProcessor threw an error while validating the entity"
                            + " airesource:default/one; caused by TypeError: Validation of AiResource entity failed:"
                            + " /spec must have required property 'lifecycle' - missingProperty: lifecycle; /spec must"
                            + " have required property 'owner' - missingProperty: owner; /spec must have required"
                            + " property 'category' - missingProperty: category; /spec must have required property"
                            + " 'rationale' - missingProperty: rationale");
            assertThat(description(catalog)).isEqualTo(resource("layered-model-description.md"));
        }
    }

    @Test
    void takeKindsAwayThatEveryCatalogKnows() {
        try (var catalog = start(CatalogModelLayer.create("test/no-groups", model -> model.removeKind("Group")))) {
            assertThat(validationError(catalog, "Group", "{\"type\":\"team\",\"children\":[]}"))
                    .isEqualTo("No processor recognized the entity group:default/one as valid, possibly caused by a"
                            + " foreign kind or apiVersion");
        }
    }

    @Test
    void failTheStartWhenTheyContradictEachOther() {
        var layer = CatalogModelLayer.create("test/remove", model -> model.removeKind("Nothing"));
        assertThatThrownBy(() -> start(layer).close())
                .hasStackTraceContaining("Cannot remove unknown kind \"Nothing\"")
                .hasRootCauseInstanceOf(InputException.class);
    }

    @Test
    void areDescribedByDefaultAsTheReferenceDescribesThem() throws IOException {
        try (var catalog = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of())) {
            assertThat(description(catalog)).isEqualTo(resource("default-model-description.md"));
        }
    }

    private static String validationError(RunningCatalog catalog, String kind, String spec) {
        return catalog.post("/validate-entity", """
                        {"location": "url:https://example.com/a.yaml", "entity": {"apiVersion": "backstage.io/v1alpha1",
                         "kind": "%s", "metadata": {"name": "one"}, "spec": %s}}""".formatted(kind, spec))
                .json()
                .at("/errors/0/message")
                .stringValue();
    }

    private static String description(RunningCatalog catalog) {
        return catalog.post("/.backstage/actions/v1/actions/catalog:get-catalog-model-description/invoke", "{}")
                .json()
                .at("/output/description")
                .stringValue();
    }

    private String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
