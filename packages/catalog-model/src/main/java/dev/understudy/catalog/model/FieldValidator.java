// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A check of one value, with the name by which messages know what it expects.
 *
 * @param name the reference's name for it, such as {@code isValidObjectName}
 * @param test whether a value passes; it may throw, which counts as not passing
 */
record FieldValidator(String name, Predicate<JsonNode> test) {
    static FieldValidator ofText(String name, Predicate<String> test) {
        return new FieldValidator(name, value -> value.isString() && test.test(value.stringValue()));
    }

    /** What a valid value looks like, as messages say it; empty for checks nobody knows. */
    String expectation() {
        return switch (name) {
            case "isValidLabelValue", "isValidObjectName" ->
                "a string that is sequences of [a-zA-Z0-9] separated by any of [-_.], at most 63 characters in total";
            case "isValidLabelKey", "isValidApiVersion", "isValidAnnotationKey" -> "a valid prefix and/or suffix";
            case "isValidNamespace" ->
                "a string that is sequences of [a-z0-9] separated by [-], at most 63 characters in total";
            case "isValidTag" ->
                "a string that is sequences of [a-z0-9+#] separated by [-], at most 63 characters in total";
            case "isValidAnnotationValue" -> "a string";
            case "isValidKind" -> "a string that is a sequence of [a-zA-Z][a-z0-9A-Z], at most 63 characters in total";
            case "isValidUrl" -> "a string that is a valid url";
            case "isNonEmptyString" -> "a non empty string";
            default -> "";
        };
    }
}
