// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.model.Entity;
import java.util.LinkedHashSet;
import java.util.Set;

/** An entity that was processed without errors. */
final class CompletedItem {
    private final ProcessedItem processed;
    private final EntityProcessingResult.Completed result;
    private final String entityRef;
    private final String hash;

    CompletedItem(ProcessedItem processed, EntityProcessingResult.Completed result) {
        this(processed, result, result.completedEntity().ref().stringify(), "");
    }

    private CompletedItem(
            ProcessedItem processed, EntityProcessingResult.Completed result, String entityRef, String hash) {
        this.processed = processed;
        this.result = result;
        this.entityRef = entityRef;
        this.hash = hash;
    }

    CompletedItem withHash(String newHash) {
        return new CompletedItem(processed, result, entityRef, newHash);
    }

    ProcessedItem processed() {
        return processed;
    }

    RefreshStateItem item() {
        return processed.item();
    }

    EntityProcessingResult.Completed result() {
        return result;
    }

    Entity completedEntity() {
        return result.completedEntity();
    }

    String entityRef() {
        return entityRef;
    }

    String hash() {
        return hash;
    }

    /** The entity and all that were found while it was processed. */
    Set<String> refs() {
        var refs = new LinkedHashSet<String>();
        refs.add(processed.item().entityRef());
        result.deferredEntities().forEach(deferred -> refs.add(deferred.ref()));
        return refs;
    }
}
