// SPDX-License-Identifier: Apache-2.0
package dev.understudy.filter.predicates;

import static java.util.Objects.requireNonNull;

import dev.understudy.errors.InputException;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A condition on a JSON value: fields by dotted path with the values they must have, and {@code $all}, {@code $any} and
 * {@code $not} around such conditions. Texts are compared ignoring case, numbers by the text they are written as; null
 * equals nothing.
 *
 * <p>Backstage counterpart: {@code FilterPredicate} and {@code evaluateFilterPredicate}.
 *
 * @param json the condition
 */
public record FilterPredicate(JsonNode json) implements Predicate<JsonNode> {
    private static final List<String> LOGIC = List.of("$all", "$any", "$not");

    public FilterPredicate {
        requireNonNull(json, "json");
    }

    /** The condition that some JSON stands for. */
    public static FilterPredicate of(JsonNode json) {
        return new FilterPredicate(json);
    }

    /**
     * Whether a value fulfils the condition.
     *
     * @throws InputException when a logical operator is not alone in its object
     */
    @Override
    public boolean test(JsonNode value) {
        return test(json, value);
    }

    private static boolean test(JsonNode predicate, JsonNode value) {
        if (!predicate.isObject()) {
            return JsonEquality.areEqual(value, predicate);
        }
        for (var operator : LOGIC) {
            if (predicate.has(operator)) {
                requireAlone(operator, predicate);
                return logic(operator, predicate.get(operator), value);
            }
        }
        return predicate
                .propertyStream()
                .allMatch(field -> !field.getKey().startsWith("$")
                        && FieldPredicate.test(field.getValue(), JsonPath.find(value, field.getKey())));
    }

    private static boolean logic(String operator, JsonNode operand, JsonNode value) {
        return switch (operator) {
            case "$all" -> operand.valueStream().allMatch(each -> test(each, value));
            case "$any" -> operand.valueStream().anyMatch(each -> test(each, value));
            default -> !test(operand, value);
        };
    }

    private static void requireAlone(String operator, JsonNode predicate) {
        if (predicate.size() != 1) {
            throw new InputException("Operator " + operator
                    + " must be the only key in the predicate, wrap in $all to combine with other conditions");
        }
    }
}
