// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** The fields whose format can be checked in a way of one's own. Backstage counterpart: the keys of {@code Validators}. */
public enum EntityField {
    API_VERSION("isValidApiVersion"),
    KIND("isValidKind"),
    ENTITY_NAME("isValidEntityName"),
    NAMESPACE("isValidNamespace"),
    LABEL_KEY("isValidLabelKey"),
    LABEL_VALUE("isValidLabelValue"),
    ANNOTATION_KEY("isValidAnnotationKey"),
    ANNOTATION_VALUE("isValidAnnotationValue"),
    TAG("isValidTag");

    private final String validatorName;

    EntityField(String validatorName) {
        this.validatorName = validatorName;
    }

    /** The name its validator has in the reference, such as {@code isValidKind}. */
    public String validatorName() {
        return validatorName;
    }
}
