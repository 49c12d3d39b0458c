// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessorResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was read from a URL, so that it need not be read again until it changes. The form is Backstage's. */
record UrlReaderCacheItem(JsonNode json) {
    /** What an earlier run stored. */
    static UrlReaderCacheItem of(JsonNode json) {
        return new UrlReaderCacheItem(json);
    }

    static UrlReaderCacheItem of(String etag, List<CatalogProcessorResult> results) {
        var item = JsonNodeFactory.instance.objectNode().put("etag", etag);
        var value = item.putArray("value");
        for (var result : results) {
            if (result instanceof CatalogProcessorResult.EntityResult(var location, var entity, var _)) {
                var entry = value.addObject().put("type", "entity");
                entry.putObject("location").put("type", location.type()).put("target", location.target());
                entry.set("entity", entity.json());
            }
        }
        return new UrlReaderCacheItem(item);
    }

    /** Errors are not kept, they might go away. */
    static boolean canHold(List<CatalogProcessorResult> results) {
        return results.stream().allMatch(CatalogProcessorResult.EntityResult.class::isInstance);
    }

    Optional<String> etag() {
        return Optional.of(json.path("etag").asString("")).filter(etag -> !etag.isEmpty());
    }

    List<CatalogProcessorResult> results() {
        var results = new ArrayList<CatalogProcessorResult>();
        for (var item : json.path("value")) {
            if (item.path("entity") instanceof ObjectNode entity) {
                results.add(CatalogProcessorResult.entity(location(item.path("location")), new Entity(entity)));
            }
        }
        return results;
    }

    private static LocationSpec location(JsonNode json) {
        return new LocationSpec(
                json.path("type").asString("url"), json.path("target").asString(""));
    }
}
