// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.catalog.backend.database.StableHash;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of an entity that clients see.
 *
 * @param input what it was made of
 * @param json its text
 * @param hash tells whether it has changed
 * @param searchRows what to find it by
 */
record FinalEntity(StitchInput input, String json, String hash, List<SearchRow> searchRows) {
    private static final Pattern SCRIPT = Pattern.compile(
            "[\\x00-\\x1f ]*" + String.join("[\\r\\n\\t]*", "javascript:".split("")) + ".*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String REJECTED = "https://backstage.io/annotation-rejected-for-security-reasons";

    /** Makes the final form; nothing if it is the current one. */
    static Optional<FinalEntity> of(StitchInput input) {
        var entity = (ObjectNode) Json.mapper().readTree(input.processedEntity());
        var metadata = (ObjectNode) entity.path("metadata");
        if (input.orphan()) {
            annotations(metadata).put(EntityAnnotations.ORPHAN, "true");
        }
        rejectScripts(metadata.path("annotations"));
        addRelations(entity, input.relations());
        addStatus(entity, input.errors());
        var hash = StableHash.of(entity);
        if (input.previousHash().equals(Optional.of(hash))) {
            return Optional.empty();
        }
        metadata.put("uid", input.entityId());
        if (metadata.path("etag").asString("").isEmpty()) {
            metadata.put("etag", hash);
        }
        var rows = EntitySearchRows.of(new Entity(entity));
        return Optional.of(new FinalEntity(input, Json.stringify(entity), hash, rows));
    }

    /** Whether there has been a final form before. */
    boolean isKnown() {
        return input.previousHash().isPresent();
    }

    private static ObjectNode annotations(ObjectNode metadata) {
        return metadata.path("annotations") instanceof ObjectNode annotations
                ? annotations
                : metadata.putObject("annotations");
    }

    private static void rejectScripts(JsonNode annotations) {
        for (var name : List.of(EntityAnnotations.VIEW_URL, EntityAnnotations.EDIT_URL)) {
            var value = annotations.path(name);
            if (value.isString() && SCRIPT.matcher(value.stringValue()).matches()) {
                ((ObjectNode) annotations).put(name, REJECTED);
            }
        }
    }

    private static void addRelations(ObjectNode entity, List<StitchInput.Relation> relations) {
        var array = entity.putArray("relations");
        relations.forEach(
                relation -> array.addObject().put("type", relation.type()).put("targetRef", relation.targetRef()));
    }

    private static void addStatus(ObjectNode entity, String errors) {
        if (errors.isEmpty() || errors.equals("[]")) {
            return;
        }
        var items = entity.withObject("/status").withArray("/items");
        for (var error : Json.mapper().readTree(errors)) {
            items.addObject()
                    .put("type", "backstage.io/catalog-processing")
                    .put("level", "error")
                    .put(
                            "message",
                            error.path("name").asString("") + ": "
                                    + error.path("message").asString(""))
                    .set("error", error);
        }
    }
}
