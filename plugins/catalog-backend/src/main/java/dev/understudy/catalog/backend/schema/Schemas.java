// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.schema;

import static dev.understudy.catalog.backend.schema.Outcome.dirty;
import static dev.understudy.catalog.backend.schema.Outcome.refuse;
import static dev.understudy.catalog.backend.schema.Outcome.valid;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

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
        return (value, path, issues) -> {
            var outcome = STRING.check(value, path, issues);
            if (outcome.status() != Outcome.Status.VALID
                    || pattern.matcher(value.stringValue()).matches()) {
                return outcome;
            }
            issues.add(SchemaIssue.pattern(path));
            return dirty(value);
        };
    }

    /** A whole number of at least so much. */
    public static Schema integer(long minimum) {
        return (value, path, issues) -> {
            var outcome = NUMBER.check(value, path, issues);
            if (outcome.status() != Outcome.Status.VALID) {
                return outcome;
            }
            var before = issues.size();
            if (value.doubleValue() % 1 != 0) {
                issues.add(SchemaIssue.type("integer", "float", path));
            }
            if (value.doubleValue() < minimum) {
                issues.add(SchemaIssue.tooSmall(minimum, path));
            }
            return issues.size() == before ? outcome : dirty(value);
        };
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

    /** An object with any keys that fit one schema and values that fit another. */
    public static Schema record(Schema key, Schema value) {
        return new RecordSchema(key, value);
    }

    /** An object; properties that the shape does not name are dropped. */
    public static Schema object(Map<String, Schema> shape) {
        return new ObjectSchema(shape, false);
    }

    /** An object; properties that the shape does not name are refused. */
    public static Schema strictObject(Map<String, Schema> shape) {
        return new ObjectSchema(shape, true);
    }
}
