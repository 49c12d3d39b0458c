// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.catalog.backend.module.scaffolder.entity.model.CatalogModuleScaffolderEntityModel;

/** The catalog alone. */
public final class CatalogMain {
    private CatalogMain() {}

    public static void main(String[] args) {
        Deployment.run(backend(args));
    }

    static Backend backend(String... args) {
        var backend = Deployment.create(args);
        backend.add(CatalogPlugin::feature);
        backend.add(CatalogModuleScaffolderEntityModel::feature);
        return backend;
    }
}
