// SPDX-License-Identifier: Apache-2.0
/**
 * Conditions on JSON values, written as JSON.
 *
 * <pre>{@code
 * var isService = FilterPredicate.of(Json.parse("{\"kind\": \"Component\", \"spec.type\": {\"$in\": [\"service\"]}}"));
 * isService.test(entity.json());
 * }</pre>
 *
 * Everything here is immutable and may be used from any thread. Backstage counterpart: {@code
 * @backstage/filter-predicates}.
 */
@NullMarked
package dev.understudy.filter.predicates;

import org.jspecify.annotations.NullMarked;
