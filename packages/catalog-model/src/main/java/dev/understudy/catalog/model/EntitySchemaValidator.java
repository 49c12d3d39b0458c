// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.catalog.model.schema.JsonSchema;
import dev.understudy.errors.TypeException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a value that should be an entity. Immutable.
 *
 * <p>Backstage counterpart: {@code entityEnvelopeSchemaValidator} and {@code entitySchemaValidator}.
 */
public final class EntitySchemaValidator {
    /** Checks the least an entity must have. */
    public static final EntitySchemaValidator ENVELOPE = new EntitySchemaValidator(EntitySchemas.ENVELOPE);

    /** Checks what all kinds have in common. */
    public static final EntitySchemaValidator ENTITY = new EntitySchemaValidator(EntitySchemas.ENTITY);

    private final JsonSchema schema;

    private EntitySchemaValidator(JsonSchema schema) {
        this.schema = schema;
    }

    /** Checks a schema of one's choice. */
    public static EntitySchemaValidator of(JsonSchema schema) {
        return new EntitySchemaValidator(schema);
    }

    /**
     * Checks the value.
     *
     * @throws TypeException with the first error
     */
    public void check(JsonNode value) {
        schema.firstError(value).ifPresent(error -> {
            throw new TypeException(error.text());
        });
    }
}
