// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node.test.utils;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.client.test.utils.InMemoryCatalogClient;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.catalog.node.CatalogServiceRefs;

/** A catalog service whose entities are in memory; everybody may see all. Backstage counterpart: {@code catalogServiceMock}. */
public final class CatalogServiceMock {
    private CatalogServiceMock() {}

    /** A service with these entities. */
    public static CatalogService of(Entity... entities) {
        var catalog = InMemoryCatalogClient.of(entities);
        return _ -> catalog;
    }

    /** A factory of one service with these entities, for all plugins. */
    public static BackendFeature factory(Entity... entities) {
        var service = of(entities);
        return createServiceFactory(CatalogServiceRefs.CATALOG, _ -> () -> service);
    }
}
