// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.List;

/**
 * A page of registered locations. Backstage counterpart of the same name.
 *
 * @param totalItems how many there are on all pages
 */
public record QueryLocationsResponse(List<Location> items, long totalItems, PageInfo pageInfo) {
    public QueryLocationsResponse {
        items = List.copyOf(items);
    }
}
