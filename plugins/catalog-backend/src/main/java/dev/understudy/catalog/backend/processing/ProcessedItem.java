// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.backend.database.UnprocessedEntity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.model.EntityRelationSpec;
import dev.understudy.types.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entity that was processed, and the part of its result's hash that does not depend on the database. */
final class ProcessedItem {
    private final RefreshStateItem item;
    private final EntityProcessingResult result;
    private final String errors;
    private final MessageDigest digest;

    ProcessedItem(RefreshStateItem item, EntityProcessingResult result) {
        this.item = item;
        this.result = result;
        this.errors = ErrorJson.serialize(result.errors());
        this.digest = newDigest();
        update(errors);
        if (result instanceof EntityProcessingResult.Completed completed) {
            update(completed);
        }
    }

    RefreshStateItem item() {
        return item;
    }

    EntityProcessingResult result() {
        return result;
    }

    /** The errors as they are stored. */
    String errors() {
        return errors;
    }

    /** The hash of the result, given the entities that found this one or what it found. */
    String hash(Collection<String> parents) {
        var end = result instanceof EntityProcessingResult.Completed
                ? parents.stream().map(Json::quoted).sorted().collect(Collectors.joining(",", "[", "]"))
                : "";
        return HexFormat.of().formatHex(copyOf(digest).digest(end.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void update(EntityProcessingResult.Completed completed) {
        update(Json.stableStringify(completed.completedEntity().json()));
        updateArray(completed.deferredEntities().stream().map(ProcessedItem::stable));
        updateArray(completed.relations().stream().map(ProcessedItem::stable));
        updateArray(completed.refreshKeys().stream().map(key -> "{\"key\":" + Json.quoted(key) + "}"));
    }

    private static String stable(UnprocessedEntity deferred) {
        var key = deferred.locationKey()
                .map(text -> ",\"locationKey\":" + Json.quoted(text))
                .orElse("");
        return "{\"entity\":" + deferred.stableJson() + key + "}";
    }

    private static String stable(EntityRelationSpec relation) {
        return "{\"source\":" + stable(relation.source()) + ",\"target\":" + stable(relation.target()) + ",\"type\":"
                + Json.quoted(relation.type()) + "}";
    }

    private static String stable(EntityRef ref) {
        return "{\"kind\":" + Json.quoted(ref.kind()) + ",\"name\":" + Json.quoted(ref.name()) + ",\"namespace\":"
                + Json.quoted(ref.namespace()) + "}";
    }

    /** The items of a JSON array, in order; there may be many, and long ones. */
    private void updateArray(Stream<String> items) {
        var separator = "[";
        for (var item : items.sorted().toList()) {
            update(separator);
            update(item);
            separator = ",";
        }
        update(separator.equals("[") ? "[]" : "]");
    }

    private void update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
