// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A relation, in one direction, while layers are applied. */
final class RelationState {
    final String type;
    final Map<String, Set<String>> toKindsByFromKind = new LinkedHashMap<>();
    String title;
    String reverseType;
    String reverseTitle;
    String description;

    RelationState(String type, String title, String reverseType, String description) {
        this.type = type;
        this.title = title;
        this.reverseType = reverseType;
        this.reverseTitle = title;
        this.description = description;
    }

    void connect(String fromKind, String toKind) {
        toKindsByFromKind.computeIfAbsent(fromKind, _ -> new LinkedHashSet<>()).add(toKind);
    }
}
