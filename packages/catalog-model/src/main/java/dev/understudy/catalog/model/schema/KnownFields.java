// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Set;

/** The fields that a schema names; all others are additional. */
record KnownFields(Set<String> names, List<PatternProperty> patterns) {
    boolean contains(String field) {
        return names.contains(field)
                || patterns.stream().anyMatch(pattern -> pattern.name().test(field));
    }
}
