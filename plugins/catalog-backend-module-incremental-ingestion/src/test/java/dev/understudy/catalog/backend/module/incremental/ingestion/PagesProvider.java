// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Provides pages of components named in a list, or fails. */
final class PagesProvider implements IncrementalEntityProvider<String> {
    private final List<List<String>> pages = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private String failure = "";

    void pages(List<List<String>> newPages) {
        pages.clear();
        pages.addAll(newPages);
        failure = "";
    }

    void fail(String message) {
        failure = message;
    }

    List<String> steps() {
        return steps;
    }

    static DeferredEntity component(String name) {
        var json = Json.parse("""
                {"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"%s","annotations":{
                 "backstage.io/managed-by-location":"url:https://x","backstage.io/managed-by-origin-location":"url:https://x"}},
                 "spec":{"type":"service","lifecycle":"production","owner":"crew"}}""".formatted(name));
        return new DeferredEntity(new Entity((ObjectNode) json), Optional.empty());
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public EntityIteratorResult next(String context, Optional<JsonNode> cursor) {
        var index = cursor.map(node -> node.path("page").asInt(0)).orElse(0);
        steps.add(context + " " + index);
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        var entities = pages.get(index).stream().map(PagesProvider::component).toList();
        return index == pages.size() - 1
                ? EntityIteratorResult.last(entities)
                : EntityIteratorResult.page(entities, Json.parse("{\"page\":" + (index + 1) + "}"));
    }

    @Override
    public void around(Burst<String> burst) throws Exception {
        burst.run("page");
        steps.add("closed");
    }

    @Override
    public Optional<IncrementalEventHandler> eventHandler() {
        return Optional.of(new IncrementalEventHandler() {
            @Override
            public List<String> supportsEventTopics() {
                return List.of("pages.changed");
            }

            @Override
            public Result onEvent(EventParams event) {
                var added = event.payload().path("added").asString("");
                var removed = event.payload().path("removed").asString("");
                return added.isEmpty() && removed.isEmpty()
                        ? Result.IGNORED
                        : new Result.Delta(
                                added.isEmpty() ? List.of() : List.of(component(added)),
                                removed.isEmpty() ? List.of() : List.of("component:default/" + removed));
            }
        });
    }
}
