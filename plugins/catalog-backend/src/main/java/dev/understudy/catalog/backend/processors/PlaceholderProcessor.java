// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.catalog.backend.processing.ScmUrls;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.PlaceholderResolver;
import dev.understudy.catalog.node.PlaceholderResolverParameters;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces placeholders such as {@code $text: ./file} in entities. Backstage counterpart of the same name. */
@SuppressWarnings("ReferenceEquality") // a node in which nothing was replaced is the same object
public final class PlaceholderProcessor implements CatalogProcessor {
    private final Map<String, PlaceholderResolver> resolvers;
    private final UrlReaderService reader;
    private final ScmUrls urls;

    public PlaceholderProcessor(Map<String, PlaceholderResolver> resolvers, UrlReaderService reader, ScmUrls urls) {
        this.resolvers = Map.copyOf(resolvers);
        this.reader = reader;
        this.urls = urls;
    }

    @Override
    public String name() {
        return "PlaceholderProcessor";
    }

    @Override
    public Entity preProcessEntity(
            Entity entity,
            LocationSpec location,
            CatalogProcessorEmit emit,
            LocationSpec originLocation,
            CatalogProcessorCache cache)
            throws Exception {
        return resolve(entity.json(), location, emit) instanceof ObjectNode changed && changed != entity.json()
                ? new Entity(changed)
                : entity;
    }

    /** The same node when there is nothing to replace in it. */
    private JsonNode resolve(JsonNode node, LocationSpec location, CatalogProcessorEmit emit) throws Exception {
        return switch (node) {
            case ArrayNode array -> resolveItems(array, location, emit);
            case ObjectNode object -> resolveObject(object, location, emit);
            default -> node;
        };
    }

    private JsonNode resolveItems(ArrayNode array, LocationSpec location, CatalogProcessorEmit emit) throws Exception {
        var result = array;
        for (var index = 0; index < array.size(); index++) {
            var item = array.get(index);
            var resolved = resolve(item, location, emit);
            if (resolved != item) {
                result = result == array ? array.arrayNode().addAll(array) : result;
                result.set(index, resolved);
            }
        }
        return result;
    }

    private JsonNode resolveObject(ObjectNode object, LocationSpec location, CatalogProcessorEmit emit)
            throws Exception {
        if (object.propertyStream().anyMatch(field -> field.getKey().startsWith("$"))) {
            return object.size() == 1 ? resolvePlaceholder(object, location, emit) : object;
        }
        var result = object;
        for (var field : object.properties()) {
            var resolved = resolve(field.getValue(), location, emit);
            if (resolved != field.getValue()) {
                result = result == object ? object.objectNode().setAll(object) : result;
                result.set(field.getKey(), resolved);
            }
        }
        return result;
    }

    private JsonNode resolvePlaceholder(ObjectNode object, LocationSpec location, CatalogProcessorEmit emit)
            throws Exception {
        var field = object.properties().iterator().next();
        var key = field.getKey().substring(1);
        var resolver = resolvers.get(key);
        return resolver == null
                ? object
                : resolver.resolve(new PlaceholderResolverParameters(
                        key,
                        field.getValue(),
                        location.target(),
                        url -> reader.readUrl(url, Optional.empty()).content(),
                        urls::resolveUrl,
                        emit));
    }
}
