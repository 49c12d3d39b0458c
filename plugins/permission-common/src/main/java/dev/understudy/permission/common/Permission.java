// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something to be allowed or denied. Backstage counterpart: {@code Permission} and {@code createPermission}. */
public sealed interface Permission permits BasicPermission, ResourcePermission {
    /** The name, which identifies the permission, such as {@code catalog.entity.read}. */
    String name();

    /** What else is known of it. */
    PermissionAttributes attributes();

    /** A permission that does not depend on a resource. */
    static BasicPermission basic(String name, PermissionAttributes attributes) {
        return new BasicPermission(name, attributes);
    }

    /** A permission on resources of a type. */
    static ResourcePermission resource(String name, PermissionAttributes attributes, String resourceType) {
        return new ResourcePermission(name, attributes, resourceType);
    }

    /** Reads a permission from the wire; empty if it is malformed. */
    static Optional<Permission> parse(JsonNode json) {
        return PermissionJson.readPermission(json);
    }

    /** The permission on the wire. */
    default ObjectNode toJson() {
        return PermissionJson.write(this);
    }

    /** Whether both have the same name, which is all that tells permissions apart. */
    default boolean isSameAs(Permission other) {
        return name().equals(other.name());
    }

    /** Whether the permission is for this action. */
    default boolean isFor(PermissionAction action) {
        return attributes().action().filter(action::equals).isPresent();
    }

    /** Whether the permission is on resources of this type. */
    default boolean isOnResource(String resourceType) {
        return this instanceof ResourcePermission resource
                && resource.resourceType().equals(resourceType);
    }
}
