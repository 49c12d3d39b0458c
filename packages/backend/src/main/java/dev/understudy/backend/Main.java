// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.catalog.backend.module.logs.CatalogModuleLogs;
import dev.understudy.catalog.backend.module.scaffolder.entity.model.CatalogModuleScaffolderEntityModel;

/** The backend with every feature there is. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Deployment.run(backend(args));
    }

    static Backend backend(String... args) {
        var backend = Deployment.create(args);
        backend.add(CatalogPlugin::feature);
        backend.add(CatalogModuleLogs::feature);
        backend.add(CatalogModuleScaffolderEntityModel::feature);
        return backend;
    }
}
