// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_MODEL;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.model.layer.CatalogModelLayer;
import dev.understudy.catalog.model.layer.CatalogModelSource;

/** A module with layers that never change. Backstage counterpart: {@code provideStaticCatalogModel}. */
public final class StaticCatalogModelModule {
    private StaticCatalogModelModule() {}

    /** The layers, on top of the default one; a backend takes one such module. */
    public static BackendFeature provide(CatalogModelLayer... layers) {
        var source = CatalogModelSource.of(layers);
        return createBackendModule("catalog", "static-catalog-model", reg -> {
            var model = reg.require(CATALOG_MODEL);
            reg.registerInit(() -> model.get().addModelSource(source));
        });
    }
}
