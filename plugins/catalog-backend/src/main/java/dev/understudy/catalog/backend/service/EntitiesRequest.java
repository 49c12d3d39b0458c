// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.OrderField;
import dev.understudy.catalog.backend.query.Pagination;
import java.util.List;

/** Asks for a page of a list; sorted by reference when no order is given. */
record EntitiesRequest(
        BackstageCredentials credentials, EntityFilter filter, List<OrderField> order, Pagination pagination) {
    public EntitiesRequest {
        order = List.copyOf(order);
    }

    EntitiesRequest alsoMatching(EntityFilter condition) {
        return new EntitiesRequest(credentials, EntityFilter.and(condition, filter), order, pagination);
    }
}
