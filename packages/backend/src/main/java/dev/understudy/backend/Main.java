// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;

import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.catalog.backend.module.logs.CatalogModuleLogs;
import dev.understudy.catalog.backend.module.scaffolder.entity.model.CatalogModuleScaffolderEntityModel;

/** The backend with every feature there is. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var backend = createBackend(args);
        backend.add(CatalogPlugin::feature);
        backend.add(CatalogModuleLogs::feature);
        backend.add(CatalogModuleScaffolderEntityModel::feature);
        Deployment.run(backend);
    }
}
