// SPDX-License-Identifier: Apache-2.0
package dev.understudy.benchmarks;

import dev.understudy.catalog.backend.database.StableHash;
import dev.understudy.catalog.backend.query.EntityFields;
import dev.understudy.catalog.backend.stitching.EntitySearchRows;
import dev.understudy.catalog.backend.stitching.SearchRow;
import dev.understudy.catalog.model.Entity;
import dev.understudy.types.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.ObjectNode;

/** What is done for each entity that is stitched, or sent in part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EntityBenchmark {
    /** How many entities relate to the one at hand. */
    @Param({"5", "500"})
    int relations;

    private ObjectNode entity = Json.mapper().createObjectNode();
    private String text = "";
    private byte[] stored = {};
    private final EntityFields names =
            EntityFields.parse(List.of("metadata.name")).orElseThrow();
    private final EntityFields several = EntityFields.parse(
                    List.of("kind,metadata.namespace,metadata.name,spec.type,relations"))
            .orElseThrow();

    @Setup
    public void makeEntity() {
        entity = (ObjectNode) Json.mapper().readTree("""
                {"apiVersion": "backstage.io/v1alpha1", "kind": "Component",
                 "metadata": {"name": "ticket-desk", "namespace": "default", "uid": "6f1d1a4e-57c9-4d5f-9c5c-0f2d5b8f1e11",
                   "description": "Sells tickets", "tags": ["java", "web", "postgres"],
                   "labels": {"tier": "one"}, "annotations": {"backstage.io/managed-by-location": "url:https://example.com/a.yaml",
                   "backstage.io/managed-by-origin-location": "url:https://example.com/a.yaml"},
                   "links": [{"url": "https://example.com", "title": "Home", "icon": "web"}]},
                 "spec": {"type": "service", "lifecycle": "production", "owner": "team-a", "system": "sales",
                   "providesApis": ["tickets"], "dependsOn": ["resource:db", "component:cache"]}, "relations": []}
                """);
        var array = entity.withArray("/relations");
        for (var index = 0; index < relations; index++) {
            array.addObject().put("type", "ownerOf").put("targetRef", "component:default/service-" + index);
        }
        text = Json.stringify(entity);
        stored = text.getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public List<SearchRow> searchRows() {
        return EntitySearchRows.of(new Entity(entity));
    }

    @Benchmark
    public String stableHash() {
        return StableHash.of(entity);
    }

    @Benchmark
    public Object parse() {
        return Json.mapper().readTree(text);
    }

    @Benchmark
    public byte[] selectName() {
        return names.select(stored);
    }

    @Benchmark
    public byte[] selectSeveral() {
        return several.select(stored);
    }
}
