// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that speak of one type only. When the schema wants just that type, the group also reports a value of
 * another type; that is where the reference's compiled validators do it, after the keywords for any type.
 */
record TypedGroup(JsonType type, List<Keyword> rules, TypeCheck typeCheck, boolean reportsType) implements Keyword {
    TypedGroup(JsonType type, List<Keyword> rules, boolean reportsType) {
        this(type, List.copyOf(rules), new TypeCheck(List.of(type)), reportsType);
    }

    @Override
    public void evaluate(JsonNode value, Evaluation evaluation) {
        if (type.matches(value)) {
            for (var rule : rules) {
                rule.evaluate(value, evaluation);
            }
        } else if (reportsType) {
            typeCheck.evaluate(value, evaluation);
        }
    }
}
