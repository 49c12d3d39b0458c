// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.errors.ErrorNames;
import dev.understudy.types.JavaScriptText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Applies a validator to a field and words the complaint; the field is only named when there is one. */
final class FieldCheck {
    private static final String LEARN_MORE =
            " To learn more about catalog file format, visit: https://github.com/backstage/backstage/blob/master/docs/architecture-decisions/adr002-default-catalog-file-format.md";

    private FieldCheck() {}

    static void optional(Supplier<String> field, @Nullable JsonNode value, FieldValidator validator) {
        if (value != null) {
            require(field, value, validator);
        }
    }

    static void requireText(Supplier<String> field, String value, FieldValidator validator) {
        require(field, StringNode.valueOf(value), validator);
    }

    static void require(Supplier<String> field, @Nullable JsonNode value, FieldValidator validator) {
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(field.get() + " must have a value");
        }
        if (!passes(field, value, validator)) {
            var expectation = validator.expectation();
            var found = expectation.isEmpty()
                    ? ""
                    : " expected " + expectation + " but found \"" + JavaScriptText.display(value) + "\".";
            throw new IllegalArgumentException("\"" + field.get() + "\" is not valid;" + found + LEARN_MORE);
        }
    }

    private static boolean passes(Supplier<String> field, JsonNode value, FieldValidator validator) {
        try {
            return validator.test().test(value);
        } catch (RuntimeException failure) {
            throw new IllegalArgumentException(
                    field.get() + " could not be validated, " + ErrorNames.describe(failure), failure);
        }
    }
}
