// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reports values that have none of the types. */
record TypeCheck(List<JsonType> types, String label) implements Keyword {
    TypeCheck(List<JsonType> types) {
        this(types, types.stream().map(JsonType::label).collect(Collectors.joining(",")));
    }

    @Override
    public void evaluate(JsonNode value, Evaluation evaluation) {
        for (var type : types) {
            if (type.matches(value)) {
                return;
            }
        }
        evaluation.report("type", "must be " + label, "type: " + label);
    }
}
