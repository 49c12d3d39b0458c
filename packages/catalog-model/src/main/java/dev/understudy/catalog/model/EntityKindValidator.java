// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.catalog.model.schema.JsonSchema;
import dev.understudy.catalog.model.schema.SchemaError;
import dev.understudy.errors.TypeException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Checks entities of one kind, and leaves those of others alone. Immutable.
 *
 * <p>Backstage counterpart: {@code KindValidator} and {@code entityKindSchemaValidator}.
 */
public final class EntityKindValidator {
    private static final Set<String> IDENTIFYING_FIELDS = Set.of("/kind", "/apiVersion");

    private final JsonSchema schema;

    private EntityKindValidator(JsonSchema schema) {
        this.schema = schema;
    }

    /** Checks by a schema, as made by {@link EntitySchemas#ofKind}. */
    public static EntityKindValidator of(JsonSchema schema) {
        return new EntityKindValidator(schema);
    }

    /**
     * Checks the value.
     *
     * @return whether it is of this kind; then it is valid too
     * @throws TypeException with the first error, if it is of this kind but not valid
     */
    public boolean check(JsonNode value) {
        var result = schema.evaluate(value);
        if (result.isValid()) {
            return true;
        }
        var identifying = result.fieldErrors().stream()
                .filter(error -> IDENTIFYING_FIELDS.contains(error.instancePath()))
                .toList();
        if (!identifying.isEmpty() && identifying.stream().allMatch(EntityKindValidator::isOtherValue)) {
            return false;
        }
        throw new TypeException(result.firstError().map(SchemaError::text).orElseThrow());
    }

    private static boolean isOtherValue(SchemaError error) {
        return error.keyword().equals("enum");
    }
}
