// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.scaffolder.entity.model;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;

import dev.understudy.backend.plugin.api.BackendFeature;

/** The catalog's module {@code scaffolder-entity-model}. Backstage counterpart: {@code catalogModuleScaffolderEntityModel}. */
public final class CatalogModuleScaffolderEntityModel {
    private CatalogModuleScaffolderEntityModel() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "scaffolder-entity-model", reg -> {
            var processing = reg.require(CATALOG_PROCESSING);
            reg.registerInit(() -> processing.get().addProcessor(new ScaffolderEntitiesProcessor()));
        });
    }
}
