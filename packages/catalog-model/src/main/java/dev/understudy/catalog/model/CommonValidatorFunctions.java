// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.types.JavaScriptText;
import java.util.function.Predicate;

/** Checks of texts that many formats share. Backstage counterpart: {@code CommonValidatorFunctions}. */
public final class CommonValidatorFunctions {
    private static final int MAX_LABEL = 63;
    private static final int MAX_SUBDOMAIN = 253;

    private CommonValidatorFunctions() {}

    /** Whether the text is {@code suffix} or {@code prefix<separator>suffix}, with both parts valid. */
    public static boolean isValidPrefixAndOrSuffix(
            String value, char separator, Predicate<String> isValidPrefix, Predicate<String> isValidSuffix) {
        var at = value.indexOf(separator);
        if (at < 0) {
            return isValidSuffix.test(value);
        }
        return value.indexOf(separator, at + 1) < 0
                && isValidPrefix.test(value.substring(0, at))
                && isValidSuffix.test(value.substring(at + 1));
    }

    /** Whether the text is a DNS subdomain: labels with dots between them, at most 253 characters. */
    public static boolean isValidDnsSubdomain(String value) {
        if (value.isEmpty() || value.length() > MAX_SUBDOMAIN) {
            return false;
        }
        var start = 0;
        for (var dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', start)) {
            if (!isValidDnsLabel(value.substring(start, dot))) {
                return false;
            }
            start = dot + 1;
        }
        return isValidDnsLabel(value.substring(start));
    }

    /** Whether the text is a DNS label: {@code a-z0-9} and inner dashes, at most 63 characters. */
    public static boolean isValidDnsLabel(String value) {
        if (!hasLabelLength(value) || value.charAt(0) == '-' || value.charAt(value.length() - 1) == '-') {
            return false;
        }
        return Characters.all(value, character -> character == '-' || Characters.isLowerAlphanumeric(character));
    }

    /** Whether the text is a tag in the strict sense: as a DNS label, but {@code +} and {@code #} count as letters. */
    public static boolean isValidTag(String value) {
        return isDashedWords(value, "+#");
    }

    /** Whether the text is an absolute URL, by the rules of browsers. */
    public static boolean isValidUrl(String value) {
        return UrlSyntax.isValid(value);
    }

    /** Whether the text has more than white space in it. */
    public static boolean isNonEmptyString(String value) {
        return !JavaScriptText.trim(value).isEmpty();
    }

    /** Words of {@code a-z0-9} and the extra characters, with single dashes between them, at most 63 characters. */
    static boolean isDashedWords(String value, String extra) {
        if (!hasLabelLength(value)) {
            return false;
        }
        var afterDash = true;
        for (var index = 0; index < value.length(); index++) {
            var character = value.charAt(index);
            var isDash = character == '-';
            if (isDash ? afterDash : !Characters.isLowerAlphanumeric(character) && extra.indexOf(character) < 0) {
                return false;
            }
            afterDash = isDash;
        }
        return !afterDash;
    }

    static boolean hasLabelLength(String value) {
        return !value.isEmpty() && value.length() <= MAX_LABEL;
    }
}
