// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.catalog.model.Entity;
import dev.understudy.permission.node.PermissionResourceRef;

/** The types of resource that the catalog decides on. */
public final class CatalogPermissionResources {
    /**
     * Entities, named by their references. A module adds rules of its own with it. Backstage counterpart:
     * {@code catalogEntityPermissionResourceRef}.
     */
    public static final PermissionResourceRef<Entity, EntitiesSearchFilter> CATALOG_ENTITY =
            new PermissionResourceRef<>("catalog", CatalogPermissions.RESOURCE_TYPE_CATALOG_ENTITY);

    private CatalogPermissionResources() {}
}
