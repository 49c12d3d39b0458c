// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** Checks of texts in the formats of Kubernetes objects. Backstage counterpart: {@code KubernetesValidatorFunctions}. */
public final class KubernetesValidatorFunctions {
    private KubernetesValidatorFunctions() {}

    /** Whether the text is an API version: an optional DNS subdomain and slash, then letters and digits. */
    public static boolean isValidApiVersion(String value) {
        return CommonValidatorFunctions.isValidPrefixAndOrSuffix(
                value,
                '/',
                CommonValidatorFunctions::isValidDnsSubdomain,
                suffix -> CommonValidatorFunctions.hasLabelLength(suffix)
                        && Characters.all(suffix, Characters::isAlphanumeric));
    }

    /** Whether the text is a kind: a letter, then letters and digits, at most 63 characters. */
    public static boolean isValidKind(String value) {
        return CommonValidatorFunctions.hasLabelLength(value)
                && Characters.isLetter(value.charAt(0))
                && Characters.all(value, Characters::isAlphanumeric);
    }

    /** Whether the text is a name: letters, digits and inner {@code -_.}, at most 63 characters. */
    public static boolean isValidObjectName(String value) {
        return CommonValidatorFunctions.hasLabelLength(value)
                && Characters.isAlphanumeric(value.charAt(0))
                && Characters.isAlphanumeric(value.charAt(value.length() - 1))
                && Characters.all(value, KubernetesValidatorFunctions::isNameCharacter);
    }

    /** Whether the text is a namespace: a DNS label. */
    public static boolean isValidNamespace(String value) {
        return CommonValidatorFunctions.isValidDnsLabel(value);
    }

    /** Whether the text is the key of a label: an optional DNS subdomain and slash, then a name. */
    public static boolean isValidLabelKey(String value) {
        return CommonValidatorFunctions.isValidPrefixAndOrSuffix(
                value,
                '/',
                CommonValidatorFunctions::isValidDnsSubdomain,
                KubernetesValidatorFunctions::isValidObjectName);
    }

    /** Whether the text is the value of a label: empty or a name. */
    public static boolean isValidLabelValue(String value) {
        return value.isEmpty() || isValidObjectName(value);
    }

    /** Whether the text is the key of an annotation: as that of a label. */
    public static boolean isValidAnnotationKey(String value) {
        return isValidLabelKey(value);
    }

    private static boolean isNameCharacter(int character) {
        return Characters.isAlphanumeric(character) || character == '-' || character == '_' || character == '.';
    }
}
