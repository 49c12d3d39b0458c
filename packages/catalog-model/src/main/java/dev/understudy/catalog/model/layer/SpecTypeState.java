// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A version of a kind, for one type. */
record SpecTypeState(Optional<String> description, List<KindRelationField> relationFields, ObjectNode schema) {
    /** What an error calls a version for this type. */
    static String label(String specType) {
        return specType.isEmpty() ? "default spec type" : "spec type \"" + specType + "\"";
    }
}
