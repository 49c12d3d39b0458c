// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.catalog.backend.processing.ScmUrls;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notes in every entity where it comes from. Backstage counterpart of the same name. */
public final class AnnotateLocationEntityProcessor implements CatalogProcessor {
    private static final String PROTOTYPE = "__proto__";
    private static final Pattern COMMIT_HASH = Pattern.compile("\\b[0-9a-f]{40,}\\b");

    private final ScmUrls urls;

    public AnnotateLocationEntityProcessor(ScmUrls urls) {
        this.urls = urls;
    }

    @Override
    public String name() {
        return "AnnotateLocationEntityProcessor";
    }

    @Override
    public Entity preProcessEntity(
            Entity entity,
            LocationSpec location,
            CatalogProcessorEmit emit,
            LocationSpec originLocation,
            CatalogProcessorCache cache) {
        var metadata = entity.metadata();
        var annotations = annotations(location, originLocation);
        var annotated = with(entity.json(), metadata, merged(annotations, metadata.path("annotations")));
        return new Entity(withoutPrototypes(annotated));
    }

    // the reference merges objects here, and loses on the way what could be their prototype
    private static ObjectNode withoutPrototypes(ObjectNode json) {
        if (json.findValue(PROTOTYPE) == null) {
            return json;
        }
        var copy = json.deepCopy();
        copy.findParents(PROTOTYPE).forEach(AnnotateLocationEntityProcessor::removePrototype);
        return copy;
    }

    private static void removePrototype(JsonNode parent) {
        if (parent.path(PROTOTYPE).isContainer()) {
            ((ObjectNode) parent).remove(PROTOTYPE);
        }
    }

    private ObjectNode annotations(LocationSpec location, LocationSpec originLocation) {
        var annotations = JsonNodeFactory.instance
                .objectNode()
                .put(EntityAnnotations.LOCATION, location.stringify())
                .put(EntityAnnotations.ORIGIN_LOCATION, originLocation.stringify());
        if (location.type().equals("url")) {
            annotateUrl(annotations, location.target());
        }
        return annotations;
    }

    private void annotateUrl(ObjectNode annotations, String target) {
        annotations.put(EntityAnnotations.VIEW_URL, target);
        if (!COMMIT_HASH.matcher(target).find()) {
            urls.editUrl(target)
                    .filter(url -> !url.isEmpty())
                    .ifPresent(url -> annotations.put(EntityAnnotations.EDIT_URL, url));
        }
        urls.sourceUrl(target)
                .filter(url -> !url.isEmpty())
                .ifPresent(url ->
                        annotations.put(EntityAnnotations.SOURCE_LOCATION, new LocationRef("url", url).stringify()));
    }

    private static JsonNode merged(ObjectNode annotations, JsonNode own) {
        if (own instanceof ObjectNode object) {
            return annotations.setAll(object);
        }
        // what is no object is left for the policies to refuse
        return own.isMissingNode() ? annotations : own;
    }

    /** Clients see the order of fields: as in the reference, the metadata come first, and the annotations in them. */
    private static ObjectNode with(ObjectNode json, JsonNode metadata, JsonNode annotations) {
        var result = json.objectNode();
        var resultMetadata = result.putObject("metadata");
        resultMetadata.set("annotations", annotations);
        metadata.forEachEntry((field, value) -> {
            if (!field.equals("annotations")) {
                resultMetadata.set(field, value);
            }
        });
        json.forEachEntry((field, value) -> {
            if (!field.equals("metadata")) {
                result.set(field, value);
            }
        });
        return result;
    }
}
