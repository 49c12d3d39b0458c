// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of JSON whose refusals read as zod's do, since clients see them. A {@link
 * dev.understudy.types.schema.Schema} is built once from the factories in {@link
 * dev.understudy.types.schema.Schemas} and used by any number of threads.
 */
@NullMarked
package dev.understudy.types.schema;

import org.jspecify.annotations.NullMarked;
