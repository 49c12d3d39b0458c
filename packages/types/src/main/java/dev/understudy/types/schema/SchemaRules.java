// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Adds a rule to a schema: what has the right type and keeps the schema's other rules must keep this one too. */
public final class SchemaRules {
    private static final Pattern URL = Pattern.compile(
            "(?!(?i:https?|wss?|ftp):)[a-zA-Z][a-zA-Z0-9+.-]*:.*|(?i:https?|wss?|ftp):/*[^/\\s:?#]+[^\\s]*",
            Pattern.DOTALL);

    private SchemaRules() {}

    /** A string in which the pattern is found. */
    public static Schema pattern(Pattern pattern, Schema string) {
        return rule(
                string,
                value -> pattern.matcher(value.stringValue()).find(),
                path -> SchemaIssue.rule(path, "Invalid", "validation", "regex", "code", "invalid_string"));
    }

    /** A string that is an absolute URL. */
    public static Schema url(Schema string) {
        return rule(
                string,
                value -> URL.matcher(value.stringValue()).matches(),
                path -> SchemaIssue.rule(path, "Invalid url", "validation", "url", "code", "invalid_string"));
    }

    /** A string of so many characters, counted as JavaScript does. */
    public static Schema length(OptionalInt minimum, OptionalInt maximum, Schema string) {
        var limits = SizeLimits.ofString(minimum, maximum);
        return rule(string, (value, path) -> limits.breach(value.stringValue().length(), path));
    }

    /** A whole number. */
    public static Schema integer(Schema number) {
        return rule(
                number,
                value -> value.doubleValue() % 1 == 0,
                path -> SchemaIssue.rule(
                        path,
                        "Expected integer, received float",
                        "code",
                        "invalid_type",
                        "expected",
                        "integer",
                        "received",
                        "float"));
    }

    /** A number that is at least so much. */
    public static Schema atLeast(Number minimum, Schema number) {
        return rule(
                number,
                value -> value.doubleValue() >= minimum.doubleValue(),
                path -> Limit.MINIMUM.ofNumber(minimum, true, path));
    }

    /** A number that is above so much. */
    public static Schema above(Number minimum, Schema number) {
        return rule(
                number,
                value -> value.doubleValue() > minimum.doubleValue(),
                path -> Limit.MINIMUM.ofNumber(minimum, false, path));
    }

    /** A number that is at most so much. */
    public static Schema atMost(Number maximum, Schema number) {
        return rule(
                number,
                value -> value.doubleValue() <= maximum.doubleValue(),
                path -> Limit.MAXIMUM.ofNumber(maximum, true, path));
    }

    /** A number that is below so much. */
    public static Schema below(Number maximum, Schema number) {
        return rule(
                number,
                value -> value.doubleValue() < maximum.doubleValue(),
                path -> Limit.MAXIMUM.ofNumber(maximum, false, path));
    }

    /** A number that can be divided by another. */
    public static Schema multipleOf(Number divisor, Schema number) {
        return rule(
                number,
                value -> value.doubleValue() % divisor.doubleValue() == 0,
                path -> SchemaIssue.rule(
                        path,
                        "Number must be a multiple of " + divisor,
                        "code",
                        "not_multiple_of",
                        "multipleOf",
                        divisor));
    }

    private static Schema rule(Schema schema, Predicate<JsonNode> isKept, Function<List<Object>, SchemaIssue> issue) {
        return rule(schema, (value, path) -> isKept.test(value) ? Optional.empty() : Optional.of(issue.apply(path)));
    }

    private static Schema rule(Schema schema, BiFunction<JsonNode, List<Object>, Optional<SchemaIssue>> breach) {
        return (value, path, issues) -> {
            var outcome = schema.check(value, path, issues);
            if (outcome.status() == Outcome.Status.INVALID) {
                return outcome;
            }
            var issue = breach.apply(outcome.value(), path);
            issue.ifPresent(issues::add);
            return issue.isPresent() ? Outcome.dirty(outcome.value()) : outcome;
        };
    }
}
