// SPDX-License-Identifier: Apache-2.0
/**
 * Asks the catalog over HTTP.
 *
 * <pre>{@code
 * CatalogApi catalog = CatalogClient.create(discovery::baseUrl).withToken(() -> token);
 * var page = catalog.queryEntities(QueryEntitiesRequest.initial()
 *         .withFilter(EntityFilterQuery.where("kind", "component").and("spec.type", "service"))
 *         .withLimit(20));
 * }</pre>
 *
 * Everything here is immutable and may be used from any thread. Backstage counterpart: {@code @backstage/catalog-client}.
 */
@NullMarked
package dev.understudy.catalog.client;

import org.jspecify.annotations.NullMarked;
