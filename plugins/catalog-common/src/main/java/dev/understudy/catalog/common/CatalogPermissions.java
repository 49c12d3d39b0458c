// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import dev.understudy.permission.common.BasicPermission;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAction;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.permission.common.ResourcePermission;
import java.util.List;

/** The catalog's permissions. Backstage counterpart: {@code @backstage/plugin-catalog-common/alpha}. */
public final class CatalogPermissions {
    /** The type of the resources that entity permissions are on; a resource is named by its entity reference. */
    public static final String RESOURCE_TYPE_CATALOG_ENTITY = "catalog-entity";

    /** To see an entity. */
    public static final ResourcePermission ENTITY_READ = entity("catalog.entity.read", PermissionAction.READ);

    /** To add an entity that has no location of its own. */
    public static final BasicPermission ENTITY_CREATE = basic("catalog.entity.create", PermissionAction.CREATE);

    /** To remove an entity. */
    public static final ResourcePermission ENTITY_DELETE = entity("catalog.entity.delete", PermissionAction.DELETE);

    /** To have an entity read again. */
    public static final ResourcePermission ENTITY_REFRESH = entity("catalog.entity.refresh", PermissionAction.UPDATE);

    /** To have an entity checked without adding it. */
    public static final BasicPermission ENTITY_VALIDATE =
            Permission.basic("catalog.entity.validate", PermissionAttributes.NONE);

    /** To see the registered locations. */
    public static final BasicPermission LOCATION_READ = basic("catalog.location.read", PermissionAction.READ);

    /** To register a location, or change one. */
    public static final BasicPermission LOCATION_CREATE = basic("catalog.location.create", PermissionAction.CREATE);

    /** To have a location looked at before registering it. */
    public static final BasicPermission LOCATION_ANALYZE =
            Permission.basic("catalog.location.analyze", PermissionAttributes.NONE);

    /** To unregister a location. */
    public static final BasicPermission LOCATION_DELETE = basic("catalog.location.delete", PermissionAction.DELETE);

    /** To see how the catalog takes entities in. */
    public static final BasicPermission INGESTION_READ = basic("catalog.ingestion.read", PermissionAction.READ);

    /** To steer how the catalog takes entities in. */
    public static final BasicPermission INGESTION_MANAGE = basic("catalog.ingestion.manage", PermissionAction.UPDATE);

    /** All of them, in the order in which the catalog lists them. */
    public static final List<Permission> ALL = List.of(
            ENTITY_READ,
            ENTITY_CREATE,
            ENTITY_DELETE,
            ENTITY_REFRESH,
            ENTITY_VALIDATE,
            LOCATION_READ,
            LOCATION_CREATE,
            LOCATION_DELETE,
            LOCATION_ANALYZE,
            INGESTION_READ,
            INGESTION_MANAGE);

    private CatalogPermissions() {}

    private static ResourcePermission entity(String name, PermissionAction action) {
        return Permission.resource(name, PermissionAttributes.of(action), RESOURCE_TYPE_CATALOG_ENTITY);
    }

    private static BasicPermission basic(String name, PermissionAction action) {
        return Permission.basic(name, PermissionAttributes.of(action));
    }
}
