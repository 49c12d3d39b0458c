// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.model.Entity;
import java.util.ArrayList;
import java.util.List;

/** What came of writing results, to be told once they are committed. */
final class WriteReport {
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<ProcessedItem> newlyFailed = new ArrayList<>();
    private final List<ProcessedItem> changed = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private boolean requestedStitching;

    /** An entity that came from two places. */
    record Conflict(Entity entity, String entityRef, String existingKey, String newKey) {}

    /** A result that could not be written. */
    record Failure(ProcessedItem item, RuntimeException failure) {}

    void conflict(Conflict conflict) {
        conflicts.add(conflict);
    }

    void newlyFailed(ProcessedItem item) {
        newlyFailed.add(item);
    }

    void changed(ProcessedItem item) {
        changed.add(item);
    }

    void failed(ProcessedItem item, RuntimeException failure) {
        failures.add(new Failure(item, failure));
    }

    void requestedStitching() {
        requestedStitching = true;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    List<ProcessedItem> newlyFailedItems() {
        return newlyFailed;
    }

    List<ProcessedItem> changedItems() {
        return changed;
    }

    List<Failure> failures() {
        return failures;
    }

    boolean hasRequestedStitching() {
        return requestedStitching;
    }
}
