// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockUrlReader;
import dev.understudy.catalog.backend.RecordedCatalog;
import dev.understudy.catalog.backend.RecordedCatalog.RecordedEntity;
import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.backend.database.UnprocessedEntity;
import dev.understudy.catalog.backend.processors.AnnotateLocationEntityProcessor;
import dev.understudy.catalog.backend.processors.BuiltinKindsEntityProcessor;
import dev.understudy.catalog.backend.processors.DefaultPlaceholderResolvers;
import dev.understudy.catalog.backend.processors.PlaceholderProcessor;
import dev.understudy.catalog.model.DefaultNamespaceEntityPolicy;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityPolicies;
import dev.understudy.catalog.model.FieldFormatEntityPolicy;
import dev.understudy.catalog.model.NoForeignRootFieldsEntityPolicy;
import dev.understudy.catalog.model.SchemaValidEntityPolicy;
import dev.understudy.catalog.model.Validators;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityYaml;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class ProcessedItemTest {
    static Stream<RecordedEntity> allEntities() {
        return RecordedCatalog.entities().stream();
    }

    // the files that locations point to are not part of the recording
    static Stream<RecordedEntity> allButLocations() {
        return allEntities().filter(entity -> !entity.entityRef().startsWith("location:"));
    }

    @ParameterizedTest
    @MethodSource("allEntities")
    void hashesAndWritesUnprocessedEntitiesLikeBackstage(RecordedEntity recorded) {
        var text = recorded.text("unprocessed").orElseThrow();
        var unprocessed = UnprocessedEntity.of(new DeferredEntity(entity(text), recorded.text("locationKey")));
        assertThat(unprocessed.hash())
                .isEqualTo(recorded.text("unprocessedHash").orElseThrow());
        assertThat(unprocessed.json()).isEqualTo(text);
        assertThat(unprocessed.ref()).isEqualTo(recorded.entityRef());
    }

    @ParameterizedTest
    @MethodSource("allButLocations")
    void comesToTheResultOfBackstage(RecordedEntity recorded) {
        var item = new RefreshStateItem(
                recorded.text("entityId").orElseThrow(),
                recorded.entityRef(),
                entity(recorded.text("unprocessed").orElseThrow()),
                "",
                JsonNodeFactory.instance.missingNode(),
                recorded.text("locationKey"),
                0);
        var processed = new ProcessedItem(
                item, orchestrator().process(item.unprocessedEntity(), JsonNodeFactory.instance.missingNode()));
        assertThat(processed.errors()).isEqualTo(recorded.text("errors").orElseThrow());
        assertThat(processed.hash(recorded.texts("parents")))
                .isEqualTo(recorded.text("resultHash").orElseThrow());
        assertThat(CacheUpdates.next(processed).orElse("{}"))
                .isEqualTo(recorded.text("cache").orElseThrow());
        if (processed.result() instanceof EntityProcessingResult.Completed completed) {
            assertThat(Optional.of(ProcessingResultWriter.withUid(completed.completedEntity(), item.id())))
                    .isEqualTo(recorded.text("processed"));
        }
    }

    private static Entity entity(String json) {
        return new Entity((ObjectNode) Json.mapper().readTree(json));
    }

    private static CatalogProcessingOrchestrator orchestrator() {
        var urls = ScmUrls.generic();
        return new DefaultCatalogProcessingOrchestrator(
                new OrchestratorOptions(
                        List.of(
                                new PlaceholderProcessor(
                                        DefaultPlaceholderResolvers.all(), MockUrlReader.of(Map.of()), urls),
                                new BuiltinKindsEntityProcessor(),
                                new AnnotateLocationEntityProcessor(urls)),
                        EntityPolicies.allOf(List.of(
                                new SchemaValidEntityPolicy(),
                                new DefaultNamespaceEntityPolicy(),
                                new NoForeignRootFieldsEntityPolicy(),
                                new FieldFormatEntityPolicy(Validators.defaults()))),
                        (_, _) -> true,
                        EntityYaml::parse,
                        urls,
                        List.of("url"),
                        ProcessingSpans.none()),
                MockRootLogger.create());
    }
}
