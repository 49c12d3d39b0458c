// SPDX-License-Identifier: Apache-2.0
/**
 * A small JSON Schema evaluator: schemas are built in Java, evaluated without any compilation step, and report their
 * errors in the order and with the words that Backstage's validator (ajv 8) has.
 *
 * <pre>{@code
 * var name = JsonSchema.object().required("name").property("name", JsonSchema.nonEmptyString()).build();
 * name.firstError(json).map(SchemaError::text); // /name must be string - type: string
 * }</pre>
 */
@NullMarked
package dev.understudy.catalog.model.schema;

import org.jspecify.annotations.NullMarked;
