// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model while layers are applied. */
final class ModelState {
    private final Map<TermType, Map<String, TermDefinition>> terms = new EnumMap<>(TermType.class);
    private final Map<String, KindState> kinds = new LinkedHashMap<>();
    private final Map<String, RelationState> relations = new LinkedHashMap<>();

    Map<String, TermDefinition> terms(TermType type) {
        return terms.computeIfAbsent(type, _ -> new LinkedHashMap<>());
    }

    Map<String, KindState> kinds() {
        return kinds;
    }

    Map<String, RelationState> relations() {
        return relations;
    }
}
