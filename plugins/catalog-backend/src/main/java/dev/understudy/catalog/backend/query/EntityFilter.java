// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import java.util.List;

/**
 * Which entities are wanted. Keys and values are lower-case, as they are compared with the lower-case search index of
 * an entity. Immutable. Backstage counterpart: {@code FilterPredicate}.
 */
public sealed interface EntityFilter {
    /** All of these hold; true when empty. */
    record All(List<EntityFilter> filters) implements EntityFilter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    /** At least one of these holds; false when empty. */
    record Any(List<EntityFilter> filters) implements EntityFilter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /** This does not hold. */
    record Not(EntityFilter filter) implements EntityFilter {}

    /** The entity has this key at all, even with a value too long for the index. */
    record Exists(String key) implements EntityFilter {}

    /** The entity has this key with one of these values; false when there are none. */
    record OneOf(String key, List<String> values) implements EntityFilter {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The entity has this key with a value that starts so. */
    record Prefix(String key, String prefix) implements EntityFilter {}

    /** The entity has one of these keys with a value that matches an SQL LIKE pattern, in which {@code %} and {@code _} are wild. */
    record Like(List<String> keys, String pattern) implements EntityFilter {
        public Like {
            keys = List.copyOf(keys);
        }
    }

    /** This and that; either may be absent. */
    static EntityFilter and(EntityFilter one, EntityFilter other) {
        return new All(List.of(one, other));
    }

    /** The filter for one entity. */
    static EntityFilter withUid(String uid) {
        return new OneOf("metadata.uid", List.of(PredicateReader.lower(uid)));
    }

    /** The filter that everything passes. */
    static EntityFilter everything() {
        return new All(List.of());
    }
}
