// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;

/**
 * What changes about a kind that another layer has added; what is empty stays as it is. Backstage counterpart: {@code
 * CatalogModelUpdateKindDefinition}.
 */
public record KindUpdate(
        String kind,
        Optional<String> singular,
        Optional<String> plural,
        Optional<String> description,
        List<KindVersionUpdate> versions) {
    public KindUpdate {
        versions = List.copyOf(versions);
    }

    /** Changes versions only. */
    public static KindUpdate of(String kind, KindVersionUpdate... versions) {
        return new KindUpdate(kind, Optional.empty(), Optional.empty(), Optional.empty(), List.of(versions));
    }
}
