// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.model.layer.KnownLayers;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.errors.BackendException;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Backstage 1.55.0 makes of entities under the default layer and both layers that one opts in to. */
final class ModelProcessorTest {
    private static final LocationSpec LOCATION = LocationSpec.of(LocationRef.parse("url:https://example.com/a.yaml"));
    private static final CatalogModel MODEL = CatalogModel.compile(
            List.of(KnownLayers.aiResource(), KnownLayers.mcpServerApi(), KnownLayers.defaultEntityModel()));

    private final ModelProcessor processor = new ModelProcessor(MODEL);

    static Stream<JsonNode> answers() {
        var answers = Objects.requireNonNull(ModelProcessorTest.class.getResourceAsStream("model-answers.json"));
        return Json.mapper().readTree(answers).valueStream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void sortsValidatesAndRelatesAsTheReferenceDoes(JsonNode answer) {
        var entity = new Entity((ObjectNode) answer.get("entity"));
        var sorted = entity;
        var known = Optional.<Boolean>empty();
        var error = Optional.<String>empty();
        try {
            sorted = processor.preProcessEntity(entity, LOCATION, _ -> {}, LOCATION, cache());
            known = Optional.of(processor.validateEntityKind(sorted));
        } catch (BackendException failure) {
            error = Optional.of(failure.name() + ": " + failure.getMessage());
        }
        assertThat(error).isEqualTo(text(answer, "error"));
        assertThat(known).isEqualTo(Optional.ofNullable(answer.get("known")).map(JsonNode::booleanValue));
        if (answer.has("sorted")) {
            assertThat(sorted.json()).isEqualTo(answer.get("sorted"));
        }
        assertRelations(sorted, answer);
    }

    private void assertRelations(Entity entity, JsonNode answer) {
        var relations = new ArrayList<String>();
        var error = Optional.<String>empty();
        try {
            processor.postProcessEntity(entity, LOCATION, result -> relations.add(text(result)), cache());
        } catch (BackendException | IllegalArgumentException failure) {
            error = Optional.of(
                    (failure instanceof BackendException named ? named.name() : "Error") + ": " + failure.getMessage());
        }
        assertThat(error).isEqualTo(text(answer, "relationError"));
        assertThat(relations)
                .isEqualTo(answer.get("relations")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
    }

    private static String text(CatalogProcessorResult result) {
        var relation = ((CatalogProcessorResult.RelationResult) result).relation();
        return text(relation.source()) + " " + relation.type() + " " + text(relation.target());
    }

    private static String text(EntityRef ref) {
        return ref.kind() + ":" + ref.namespace() + "/" + ref.name();
    }

    private static Optional<String> text(JsonNode answer, String name) {
        return Optional.ofNullable(answer.get(name)).map(JsonNode::stringValue);
    }

    private static CatalogProcessorCache cache() {
        return new CatalogProcessorCache() {
            @Override
            public Optional<JsonNode> get(String key) {
                return Optional.empty();
            }

            @Override
            public void set(String key, @Nullable JsonNode value) {}
        };
    }
}
