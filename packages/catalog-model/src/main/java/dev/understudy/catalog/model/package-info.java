// SPDX-License-Identifier: Apache-2.0
/**
 * Entities, the references between them, the kinds they come in and the rules they keep.
 *
 * <pre>{@code
 * var owner = EntityRef.parse("crew", EntityRefContext.of("Group", "default"));
 * owner.stringify(); // group:default/crew
 * }</pre>
 *
 * Everything here is immutable and may be used from any thread. Backstage counterpart: {@code @backstage/catalog-model}.
 */
@NullMarked
package dev.understudy.catalog.model;

import org.jspecify.annotations.NullMarked;
