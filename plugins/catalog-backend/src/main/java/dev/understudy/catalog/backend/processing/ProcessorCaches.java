// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.node.CatalogProcessorCache;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The caches of all processors for one run of one entity. */
final class ProcessorCaches {
    private final JsonNode existing;
    private final Map<String, Cache> caches = new LinkedHashMap<>();

    /** Starts from what the last run left; anything but an object counts as nothing. */
    ProcessorCaches(JsonNode existing) {
        this.existing = existing;
    }

    CatalogProcessorCache forProcessor(String name) {
        return cache(name);
    }

    /** A part of the processor's cache for one of its targets. */
    CatalogProcessorCache forProcessor(String name, String key) {
        return cache(name).part(key);
    }

    private Cache cache(String name) {
        return caches.computeIfAbsent(name, _ -> new Cache(existing.get(name)));
    }

    /** What the next run will start from. */
    ObjectNode collect() {
        var result = JsonNodeFactory.instance.objectNode();
        caches.forEach((name, cache) -> cache.collect().ifPresent(content -> result.set(name, content)));
        return result;
    }

    private static final class Cache implements CatalogProcessorCache {
        private final @Nullable ObjectNode existing;
        private final Map<String, Cache> parts = new LinkedHashMap<>();
        private @Nullable ObjectNode written;

        Cache(@Nullable JsonNode existing) {
            this.existing = existing instanceof ObjectNode object ? object : null;
        }

        @Override
        public Optional<JsonNode> get(String key) {
            return existing == null ? Optional.empty() : Optional.ofNullable(existing.get(key));
        }

        @Override
        public void set(String key, JsonNode value) {
            if (written == null) {
                written = JsonNodeFactory.instance.objectNode();
            }
            written.set(key, value);
        }

        Cache part(String key) {
            return parts.computeIfAbsent(key, name -> new Cache(existing == null ? null : existing.get(name)));
        }

        Optional<ObjectNode> collect() {
            var own = Optional.ofNullable(written).or(() -> Optional.ofNullable(existing));
            for (var part : parts.entrySet()) {
                var content = part.getValue().collect();
                if (content.isPresent()) {
                    var before = own;
                    var merged = JsonNodeFactory.instance.objectNode();
                    before.ifPresent(merged::setAll);
                    merged.set(part.getKey(), content.get());
                    own = Optional.of(merged);
                }
            }
            return own;
        }
    }
}
