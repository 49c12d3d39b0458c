// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;

import dev.understudy.backend.plugin.api.ExtensionPoint;

/** The extension points of the catalog. */
public final class CatalogExtensionPoints {
    public static final ExtensionPoint<CatalogProcessingExtensionPoint> CATALOG_PROCESSING =
            createExtensionPoint("catalog.processing", CatalogProcessingExtensionPoint.class);
    public static final ExtensionPoint<CatalogAnalysisExtensionPoint> CATALOG_ANALYSIS =
            createExtensionPoint("catalog.analysis", CatalogAnalysisExtensionPoint.class);
    public static final ExtensionPoint<CatalogModelExtensionPoint> CATALOG_MODEL =
            createExtensionPoint("catalog.model", CatalogModelExtensionPoint.class);
    public static final ExtensionPoint<CatalogLocationsExtensionPoint> CATALOG_LOCATIONS =
            createExtensionPoint("catalog.locations", CatalogLocationsExtensionPoint.class);

    private CatalogExtensionPoints() {}
}
