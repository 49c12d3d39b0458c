// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an override wants of one field. */
sealed interface FieldMatcher {
    boolean matches(@Nullable Object field);

    /** Equal to a value of configuration. */
    record Equal(JsonNode value) implements FieldMatcher {
        @Override
        public boolean matches(@Nullable Object field) {
            return switch (field) {
                case null -> value.isNull();
                case String text -> value.isString() && value.stringValue().equals(text);
                case Boolean bool -> value.isBoolean() && value.booleanValue() == bool;
                case Number number -> value.isNumber() && value.doubleValue() == number.doubleValue();
                default -> false;
            };
        }
    }

    /** Text in which a regular expression is found. */
    record Expression(Pattern pattern) implements FieldMatcher {
        @Override
        public boolean matches(@Nullable Object field) {
            return field instanceof String text && pattern.matcher(text).find();
        }
    }

    /** What any of several accepts. */
    record AnyOf(List<FieldMatcher> matchers) implements FieldMatcher {
        @Override
        public boolean matches(@Nullable Object field) {
            return matchers.stream().anyMatch(matcher -> matcher.matches(field));
        }
    }

    static FieldMatcher of(JsonNode value) {
        if (value.isArray()) {
            var matchers = new ArrayList<FieldMatcher>();
            value.forEach(item -> matchers.add(of(item)));
            return new AnyOf(matchers);
        }
        return value.isString() ? expression(value.stringValue()).orElseGet(() -> new Equal(value)) : new Equal(value);
    }

    private static Optional<FieldMatcher> expression(String text) {
        var end = text.lastIndexOf('/');
        if (!text.startsWith("/") || end <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Expression(Pattern.compile(text.substring(1, end), flags(text.substring(end + 1)))));
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static int flags(String letters) {
        var flags = 0;
        for (var index = 0; index < letters.length(); index++) {
            flags |= switch (letters.charAt(index)) {
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'd', 'g', 'u', 'v', 'y' -> 0;
                default -> throw new PatternSyntaxException("Unknown flag", letters, 0);
            };
        }
        return flags;
    }
}
