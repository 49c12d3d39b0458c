// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;

/**
 * Where layers come from. Backstage counterpart of the same name; it is read once, at the start.
 */
@FunctionalInterface
public interface CatalogModelSource {
    /** All layers of this source; the catalog waits for them. */
    List<CatalogModelLayer> read() throws Exception;

    /** Layers on top of those that Backstage has by default; one with the id of the default layer replaces it. */
    static CatalogModelSource of(CatalogModelLayer... layers) {
        return () -> KnownLayers.withDefault(List.of(layers));
    }
}
