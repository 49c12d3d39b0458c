// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.backend.query.EntityFilter;
import java.util.List;

/** Asks for the values of some fields. */
record FacetsRequest(BackstageCredentials credentials, List<String> facets, EntityFilter filter) {
    public FacetsRequest {
        facets = List.copyOf(facets);
    }
}
