// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.model.Entity;
import java.util.List;

/**
 * A page of entities. Backstage counterpart of the same name.
 *
 * @param totalItems how many there are on all pages; 0 when nobody wanted to know
 */
public record QueryEntitiesResponse(List<Entity> items, long totalItems, PageInfo pageInfo) {
    public QueryEntitiesResponse {
        items = List.copyOf(items);
    }
}
