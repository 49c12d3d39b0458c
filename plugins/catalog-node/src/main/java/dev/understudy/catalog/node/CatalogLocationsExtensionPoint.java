// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.List;

/** Changes which locations may be registered. Backstage counterpart: {@code CatalogLocationsExtensionPoint}. */
public interface CatalogLocationsExtensionPoint {
    /** Replaces the types of locations that people may register; {@code url} alone when nothing is set. */
    void setAllowedLocationTypes(List<String> types);
}
