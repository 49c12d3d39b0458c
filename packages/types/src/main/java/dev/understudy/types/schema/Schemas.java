// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import static dev.understudy.types.schema.Outcome.refuse;
import static dev.understudy.types.schema.Outcome.valid;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Makes schemas. Each factory behaves as the function of the same name in zod 3. */
public final class Schemas {
    private static final Schema STRING = type("string", JsonNode::isString);
    private static final Schema NUMBER = type("number", JsonNode::isNumber);
    private static final Schema BOOL = type("boolean", JsonNode::isBoolean);
    private static final Schema NULL = type("null", JsonNode::isNull);
    private static final Schema NEVER = type("never", _ -> false);
    private static final Schema UNKNOWN = (value, path, issues) -> valid(value);

    private Schemas() {}

    private static Schema type(String name, Predicate<JsonNode> test) {
        return (value, path, issues) ->
                test.test(value) ? valid(value) : refuse(issues, TypeIssues.type(name, value, path));
    }

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

    public static Schema literal(String expected) {
        return literal(StringNode.valueOf(expected));
    }

    public static Schema literal(JsonNode expected) {
        return (value, path, issues) ->
                value.equals(expected) ? valid(value) : refuse(issues, TypeIssues.literal(expected, value, path));
    }

    public static Schema enumeration(String... options) {
        return enumeration(Stream.of(options).<JsonNode>map(StringNode::valueOf).toList());
    }

    public static Schema enumeration(List<JsonNode> options) {
        return (value, path, issues) ->
                options.contains(value) ? valid(value) : refuse(issues, TypeIssues.enumeration(options, value, path));
    }

    public static Schema optional(Schema schema) {
        return (value, path, issues) -> value.isMissingNode() ? valid(value) : schema.check(value, path, issues);
    }

    public static Schema nullable(Schema schema) {
        return (value, path, issues) -> value.isNull() ? valid(value) : schema.check(value, path, issues);
    }

    /** Changes values before another schema checks them; a missing one stays missing. */
    public static Schema preprocess(UnaryOperator<JsonNode> change, Schema schema) {
        return (value, path, issues) -> schema.check(value.isMissingNode() ? value : change.apply(value), path, issues);
    }

    /** For schemas that contain themselves. */
    public static Schema lazy(Supplier<Schema> schema) {
        return (value, path, issues) -> schema.get().check(value, path, issues);
    }

    public static Schema union(Schema... options) {
        return new UnionSchema(List.of(options));
    }

    public static Schema array(Schema element) {
        return array(OptionalInt.empty(), OptionalInt.empty(), element);
    }

    /** An array of so many elements. */
    public static Schema array(OptionalInt minimum, OptionalInt maximum, Schema element) {
        return new ArraySchema(element, SizeLimits.ofArray(minimum, maximum));
    }

    /** An array of at least one element. */
    public static Schema nonEmptyArray(Schema element) {
        return array(OptionalInt.of(1), OptionalInt.empty(), element);
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
