// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.errors.ErrorNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Applies a validator to a field and words the complaint. */
final class FieldCheck {
    private static final String LEARN_MORE =
            " To learn more about catalog file format, visit: https://github.com/backstage/backstage/blob/master/docs/architecture-decisions/adr002-default-catalog-file-format.md";

    private FieldCheck() {}

    static void optional(String field, @Nullable JsonNode value, FieldValidator validator) {
        if (value != null) {
            require(field, value, validator);
        }
    }

    static void requireText(String field, String value, FieldValidator validator) {
        require(field, StringNode.valueOf(value), validator);
    }

    static void require(String field, @Nullable JsonNode value, FieldValidator validator) {
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(field + " must have a value");
        }
        if (!passes(field, value, validator)) {
            var expectation = validator.expectation();
            var found = expectation.isEmpty()
                    ? ""
                    : " expected " + expectation + " but found \"" + JavaScriptText.display(value) + "\".";
            throw new IllegalArgumentException("\"" + field + "\" is not valid;" + found + LEARN_MORE);
        }
    }

    private static boolean passes(String field, JsonNode value, FieldValidator validator) {
        try {
            return validator.test().test(value);
        } catch (RuntimeException failure) {
            throw new IllegalArgumentException(
                    field + " could not be validated, " + ErrorNames.describe(failure), failure);
        }
    }
}
