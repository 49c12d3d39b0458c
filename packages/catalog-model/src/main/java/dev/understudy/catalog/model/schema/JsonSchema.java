// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A schema, ready to evaluate. The subset is what catalog kinds use: types, {@code required}, {@code properties}, {@code
 * patternProperties}, {@code additionalProperties: false}, {@code items}, {@code enum} and {@code const} of strings, the
 * length and pattern keywords, {@code allOf}, {@code anyOf} and {@code oneOf}; a {@code $ref} is the other schema itself,
 * given to {@code allOf} or {@code property}.
 *
 * <p>Immutable and safe for use from any thread.
 */
public final class JsonSchema {
    private static final JsonSchema ANY_STRING = builder(JsonType.STRING).build();
    private static final JsonSchema NON_EMPTY_STRING =
            builder(JsonType.STRING).minLength(1).build();
    private static final JsonSchema ANY_OBJECT = object().build();

    private static final int MAX_ERRORS = 1000;

    private final List<Keyword> keywords;

    JsonSchema(List<Keyword> keywords) {
        this.keywords = List.copyOf(keywords);
    }

    /** Starts a schema for values of one of the given types; none for values of any type. */
    public static JsonSchemaBuilder builder(JsonType... types) {
        return new JsonSchemaBuilder(List.of(types));
    }

    /** Starts a schema for objects. */
    public static JsonSchemaBuilder object() {
        return builder(JsonType.OBJECT);
    }

    /** An object with any content. */
    public static JsonSchema anyObject() {
        return ANY_OBJECT;
    }

    /** A string, which may be empty. */
    public static JsonSchema string() {
        return ANY_STRING;
    }

    /** A string of one character or more. */
    public static JsonSchema nonEmptyString() {
        return NON_EMPTY_STRING;
    }

    /** A value of any type that is one of the given strings. */
    public static JsonSchema oneOfStrings(String... allowed) {
        return builder().enumeration(allowed).build();
    }

    /** An array whose items follow the schema. */
    public static JsonSchema arrayOf(JsonSchema items) {
        return builder(JsonType.ARRAY).items(items).build();
    }

    /** A value that follows every one of the schemas; errors come in their order. */
    public static JsonSchema allOf(JsonSchema... schemas) {
        return builder().allOf(schemas).build();
    }

    /** Evaluates the whole schema. */
    public SchemaResult evaluate(JsonNode value) {
        var evaluation = new Evaluation();
        evaluate(value, evaluation);
        return evaluation.errorCount() == 0
                ? SchemaResult.VALID
                : new SchemaResult(evaluation.firstError(), evaluation.fieldErrors());
    }

    /** The error to show, or empty when the value is valid. */
    public Optional<SchemaError> firstError(JsonNode value) {
        return evaluate(value).firstError();
    }

    /** All errors in order; of a great many, only the first thousand and those of the root's own fields. */
    public List<SchemaError> errors(JsonNode value) {
        var evaluation = new Evaluation(MAX_ERRORS);
        evaluate(value, evaluation);
        return evaluation.errors();
    }

    void evaluate(JsonNode value, Evaluation evaluation) {
        for (var keyword : keywords) {
            keyword.evaluate(value, evaluation);
        }
    }
}
