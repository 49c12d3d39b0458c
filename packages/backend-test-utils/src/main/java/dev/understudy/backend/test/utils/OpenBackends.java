// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The test backends of this process that are open. */
final class OpenBackends {
    private static final Set<Place> OPEN = new LinkedHashSet<>();

    private OpenBackends() {}

    /** One backend's place among the others. */
    static final class Place {
        private final String startedAt;
        private boolean alone = true;

        private Place(String startedAt) {
            this.startedAt = startedAt;
        }
    }

    static synchronized Place enter(String startedAt) {
        var place = new Place(startedAt);
        OPEN.add(place);
        if (OPEN.size() > 1) {
            OPEN.forEach(other -> other.alone = false);
        }
        return place;
    }

    /** Leaves, and tells whether no other backend was open in all that time. */
    static synchronized boolean leave(Place place) {
        OPEN.remove(place);
        return place.alone;
    }

    static synchronized List<String> startedAt() {
        return OPEN.stream().map(place -> place.startedAt).toList();
    }
}
