// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.backend.query.EntityFilter;
import java.util.List;

/** Asks for entities by reference, each in its normal form: lower case, with kind and namespace. */
public record EntitiesBatchRequest(BackstageCredentials credentials, List<String> entityRefs, EntityFilter filter) {
    public EntitiesBatchRequest {
        entityRefs = List.copyOf(entityRefs);
    }

    /** Whether this is the plainest of questions: one entity, whatever it is like. */
    boolean isForOne() {
        return entityRefs.size() == 1 && filter.equals(EntityFilter.everything());
    }
}
