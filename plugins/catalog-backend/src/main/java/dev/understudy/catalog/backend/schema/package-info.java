// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of JSON whose refusals read as zod's do, since clients see them. A {@link
 * dev.understudy.catalog.backend.schema.Schema} is built once from the factories in {@link
 * dev.understudy.catalog.backend.schema.Schemas} and used by any number of threads.
 */
@NullMarked
package dev.understudy.catalog.backend.schema;

import org.jspecify.annotations.NullMarked;
