// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import static dev.understudy.types.schema.Outcome.dirty;
import static dev.understudy.types.schema.Outcome.refuse;
import static dev.understudy.types.schema.Outcome.valid;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes schemas. Each factory behaves as the function of the same name in zod 3. */
public final class Schemas {
    private static final Schema STRING = (value, path, issues) ->
            value.isString() ? valid(value) : refuse(issues, SchemaIssue.type("string", value, path));
    private static final Schema NUMBER = (value, path, issues) ->
            value.isNumber() ? valid(value) : refuse(issues, SchemaIssue.type("number", value, path));
    private static final Schema BOOL = (value, path, issues) ->
            value.isBoolean() ? valid(value) : refuse(issues, SchemaIssue.type("boolean", value, path));
    private static final Schema NULL = (value, path, issues) ->
            value.isNull() ? valid(value) : refuse(issues, SchemaIssue.type("null", value, path));
    private static final Schema NEVER = (value, path, issues) -> refuse(issues, SchemaIssue.type("never", value, path));
    private static final Pattern URL = Pattern.compile(
            "(?!(?i:https?|wss?|ftp):)[a-zA-Z][a-zA-Z0-9+.-]*:.*|(?i:https?|wss?|ftp):/*[^/\\s:?#]+[^\\s]*",
            Pattern.DOTALL);
    private static final Schema UNKNOWN = (value, path, issues) -> valid(value);

    private Schemas() {}

    public static Schema string() {
        return STRING;
    }

    public static Schema number() {
        return NUMBER;
    }

    public static Schema bool() {
        return BOOL;
    }

    public static Schema nullValue() {
        return NULL;
    }

    public static Schema never() {
        return NEVER;
    }

    public static Schema unknown() {
        return UNKNOWN;
    }

    /** A string all of which the pattern matches. */
    public static Schema string(Pattern pattern) {
        return rule(STRING, value -> pattern.matcher(value.stringValue()).matches(), SchemaIssue::pattern);
    }

    /** Changes values before another schema checks them; a missing one stays missing. */
    public static Schema preprocess(UnaryOperator<JsonNode> change, Schema schema) {
        return (value, path, issues) -> schema.check(value.isMissingNode() ? value : change.apply(value), path, issues);
    }

    /** A string of at least so many characters. */
    public static Schema string(int minimum) {
        return rule(
                STRING, value -> value.stringValue().length() >= minimum, path -> SchemaIssue.tooShort(minimum, path));
    }

    /** A string that is an absolute URL. */
    public static Schema url() {
        return rule(STRING, value -> URL.matcher(value.stringValue()).matches(), SchemaIssue::url);
    }

    /** A number that keeps the rules of others, and is above so much. */
    public static Schema above(long minimum, Schema number) {
        return rule(number, value -> value.doubleValue() > minimum, path -> SchemaIssue.notAbove(minimum, path));
    }

    /** A number that keeps the rules of others, and is at least so much. */
    public static Schema atLeast(long minimum, Schema number) {
        return rule(number, value -> value.doubleValue() >= minimum, path -> SchemaIssue.tooSmall(minimum, path));
    }

    /** A whole number. */
    public static Schema integer() {
        return rule(NUMBER, value -> value.doubleValue() % 1 == 0, SchemaIssue::fraction);
    }

    private static Schema rule(Schema schema, Predicate<JsonNode> rule, Function<List<Object>, SchemaIssue> issue) {
        return (value, path, issues) -> {
            var outcome = schema.check(value, path, issues);
            if (outcome.status() == Outcome.Status.INVALID || rule.test(outcome.value())) {
                return outcome;
            }
            issues.add(issue.apply(path));
            return dirty(outcome.value());
        };
    }

    /** A whole number of at least so much. */
    public static Schema integer(long minimum) {
        return atLeast(minimum, integer());
    }

    public static Schema literal(String expected) {
        return (value, path, issues) -> value.isString() && value.stringValue().equals(expected)
                ? valid(value)
                : refuse(issues, SchemaIssue.literal(expected, value, path));
    }

    public static Schema enumeration(String... options) {
        var known = List.of(options);
        var expected = "'" + String.join("' | '", options) + "'";
        return (value, path, issues) -> {
            if (!value.isString()) {
                return refuse(issues, SchemaIssue.enumerationType(expected, value, path));
            }
            return known.contains(value.stringValue())
                    ? valid(value)
                    : refuse(issues, SchemaIssue.enumeration(known, value.stringValue(), path));
        };
    }

    public static Schema optional(Schema schema) {
        return (value, path, issues) -> value.isMissingNode() ? valid(value) : schema.check(value, path, issues);
    }

    /** For schemas that contain themselves. */
    public static Schema lazy(Supplier<Schema> schema) {
        return (value, path, issues) -> schema.get().check(value, path, issues);
    }

    public static Schema union(Schema... options) {
        return new UnionSchema(List.of(options));
    }

    public static Schema array(Schema element) {
        return new ArraySchema(element);
    }

    /** An array of at least one element. */
    public static Schema nonEmptyArray(Schema element) {
        return rule(array(element), value -> !value.isEmpty(), SchemaIssue::tooFew);
    }

    /** An object with any keys that fit one schema and values that fit another. */
    public static Schema record(Schema key, Schema value) {
        return new RecordSchema(key, value);
    }

    /** An object; properties that the shape does not name are dropped. */
    public static Schema object(Map<String, Schema> shape) {
        return new ObjectSchema(shape, ObjectSchema.Others.DROPPED);
    }

    /** An object; properties that the shape does not name are refused. */
    public static Schema strictObject(Map<String, Schema> shape) {
        return new ObjectSchema(shape, ObjectSchema.Others.REFUSED);
    }

    /** An object; properties that the shape does not name are kept as they are. */
    public static Schema openObject(Map<String, Schema> shape) {
        return new ObjectSchema(shape, ObjectSchema.Others.KEPT);
    }
}
