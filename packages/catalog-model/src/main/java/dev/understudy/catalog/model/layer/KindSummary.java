// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;

/** A kind with the versions it comes in. Backstage counterpart: {@code CatalogModelKindSummary}. */
public record KindSummary(KindNames names, String description, List<Version> versions) {
    public KindSummary {
        versions = List.copyOf(versions);
    }

    /** A version, for all types or for one. */
    public record Version(String apiVersion, Optional<String> specType) {}
}
