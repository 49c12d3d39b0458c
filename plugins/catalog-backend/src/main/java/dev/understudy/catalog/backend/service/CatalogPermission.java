// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import java.util.Optional;

/** What one may be allowed to do with the catalog. Backstage counterpart: {@code catalogPermissions}. */
public enum CatalogPermission {
    ENTITY_READ("catalog.entity.read", "read"),
    ENTITY_CREATE("catalog.entity.create", "create"),
    ENTITY_DELETE("catalog.entity.delete", "delete"),
    ENTITY_REFRESH("catalog.entity.refresh", "update"),
    ENTITY_VALIDATE("catalog.entity.validate", ""),
    LOCATION_READ("catalog.location.read", "read"),
    LOCATION_CREATE("catalog.location.create", "create"),
    LOCATION_DELETE("catalog.location.delete", "delete"),
    LOCATION_ANALYZE("catalog.location.analyze", "");

    private final String permissionName;
    private final String action;

    CatalogPermission(String permissionName, String action) {
        this.permissionName = permissionName;
        this.action = action;
    }

    /** The permission's name in policies and tokens. */
    public String permissionName() {
        return permissionName;
    }

    /** The permission's {@code action} attribute. */
    public Optional<String> action() {
        return action.isEmpty() ? Optional.empty() : Optional.of(action);
    }
}
