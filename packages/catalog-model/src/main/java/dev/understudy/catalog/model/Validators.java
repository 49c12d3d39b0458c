// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The checks of field formats, each of which can be replaced. Immutable.
 *
 * <p>Backstage counterpart: {@code Validators} and {@code makeValidator}.
 */
public final class Validators {
    private static final Validators DEFAULTS = new Validators(Map.of(
            EntityField.API_VERSION,
            FieldValidator.ofText("isValidApiVersion", KubernetesValidatorFunctions::isValidApiVersion),
            EntityField.KIND,
            FieldValidator.ofText("isValidKind", KubernetesValidatorFunctions::isValidKind),
            EntityField.ENTITY_NAME,
            FieldValidator.ofText("isValidObjectName", KubernetesValidatorFunctions::isValidObjectName),
            EntityField.NAMESPACE,
            FieldValidator.ofText("isValidNamespace", KubernetesValidatorFunctions::isValidNamespace),
            EntityField.LABEL_KEY,
            FieldValidator.ofText("isValidLabelKey", KubernetesValidatorFunctions::isValidLabelKey),
            EntityField.LABEL_VALUE,
            FieldValidator.ofText("isValidLabelValue", KubernetesValidatorFunctions::isValidLabelValue),
            EntityField.ANNOTATION_KEY,
            FieldValidator.ofText("isValidAnnotationKey", KubernetesValidatorFunctions::isValidAnnotationKey),
            EntityField.ANNOTATION_VALUE,
            new FieldValidator("isValidAnnotationValue", JsonNode::isString),
            EntityField.TAG,
            FieldValidator.ofText("isValidTag", tag -> CommonValidatorFunctions.isDashedWords(tag, ":+#"))));

    private final Map<EntityField, FieldValidator> byField;

    private Validators(Map<EntityField, FieldValidator> byField) {
        this.byField = new EnumMap<>(byField);
    }

    /** The built-in checks. */
    public static Validators defaults() {
        return DEFAULTS;
    }

    /** These checks, with another one for the field. It sees values of any type; if it throws, the value is invalid. */
    public Validators with(EntityField field, Predicate<JsonNode> isValid) {
        var replaced = new EnumMap<>(byField);
        replaced.put(field, new FieldValidator(field.validatorName(), isValid));
        return new Validators(replaced);
    }

    /** Whether the value is valid for the field. */
    public boolean isValid(EntityField field, JsonNode value) {
        return validator(field).test().test(value);
    }

    FieldValidator validator(EntityField field) {
        return requireNonNull(byField.get(field));
    }
}
