// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Finds entities by what one field holds, ignoring case. Backstage counterpart: {@code EntitiesSearchFilter}.
 *
 * @param key the path of the field, such as {@code spec.type}
 * @param values what the field may hold; without it, anything
 */
public record EntitiesSearchFilter(String key, Optional<List<String>> values) {
    public EntitiesSearchFilter {
        requireNonNull(key, "key");
        values = values.map(List::copyOf);
    }

    /** Finds entities that have the field at all. */
    public static EntitiesSearchFilter exists(String key) {
        return new EntitiesSearchFilter(key, Optional.empty());
    }

    /** Finds entities in which the field holds one of these values. */
    public static EntitiesSearchFilter oneOf(String key, List<String> values) {
        return new EntitiesSearchFilter(key, Optional.of(values));
    }
}
