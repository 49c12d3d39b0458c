// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.catalog.node.CatalogPermissionResources.CATALOG_ENTITY;

import dev.understudy.permission.common.ConditionalPolicyDecision;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import dev.understudy.permission.common.ResourcePermission;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a permission policy may ask about the entities of the catalog, one method for each of the catalog's rules, and the
 * decision to put it in:
 *
 * <pre>{@code
 * if (request.permission() instanceof ResourcePermission permission
 *         && permission.isOnResource(RESOURCE_TYPE_CATALOG_ENTITY)) {
 *     return createCatalogConditionalDecision(permission, isEntityOwner(user.ownershipEntityRefs()));
 * }
 * }</pre>
 *
 * The criteria are data; the catalog evaluates them. Backstage counterpart: {@code catalogConditions} and {@code
 * createCatalogConditionalDecision} of {@code @backstage/plugin-catalog-backend/alpha}.
 */
public final class CatalogConditions {
    private static final String VALUE = "value";

    private CatalogConditions() {}

    /** Entities with an annotation of this name, whatever its value; upper and lower case are alike. */
    public static PermissionCriteria<PermissionCondition> hasAnnotation(String annotation) {
        return condition("HAS_ANNOTATION", object().put("annotation", annotation));
    }

    /** Entities with this annotation; upper and lower case are alike. */
    public static PermissionCriteria<PermissionCondition> hasAnnotation(String annotation, String value) {
        return condition(
                "HAS_ANNOTATION", object().put("annotation", annotation).put(VALUE, value));
    }

    /** Entities with a label of this name, whatever its value; upper and lower case are alike. */
    public static PermissionCriteria<PermissionCondition> hasLabel(String label) {
        return condition("HAS_LABEL", object().put("label", label));
    }

    /** Entities with this label; upper and lower case are alike. */
    public static PermissionCriteria<PermissionCondition> hasLabel(String label, String value) {
        return condition("HAS_LABEL", object().put("label", label).put(VALUE, value));
    }

    /** Entities with something under this key of their metadata, such as {@code title} or {@code tags.java}. */
    public static PermissionCriteria<PermissionCondition> hasMetadata(String key) {
        return condition("HAS_METADATA", object().put("key", key));
    }

    /** Entities with this value under a key of their metadata; upper and lower case are alike. */
    public static PermissionCriteria<PermissionCondition> hasMetadata(String key, String value) {
        return condition("HAS_METADATA", object().put("key", key).put(VALUE, value));
    }

    /** Entities with something under this key of their spec, such as {@code system} or {@code profile.email}. */
    public static PermissionCriteria<PermissionCondition> hasSpec(String key) {
        return condition("HAS_SPEC", object().put("key", key));
    }

    /** Entities with this value under a key of their spec; upper and lower case are alike. */
    public static PermissionCriteria<PermissionCondition> hasSpec(String key, String value) {
        return condition("HAS_SPEC", object().put("key", key).put(VALUE, value));
    }

    /** Entities of one of the kinds; upper and lower case are alike. No kinds, no entities. */
    public static PermissionCriteria<PermissionCondition> isEntityKind(Collection<String> kinds) {
        return condition("IS_ENTITY_KIND", list("kinds", kinds));
    }

    /** Entities that are owned by one of the claims, which are full entity references in lower case. */
    public static PermissionCriteria<PermissionCondition> isEntityOwner(Collection<String> claims) {
        return condition("IS_ENTITY_OWNER", list("claims", claims));
    }

    /**
     * A decision that allows what the permission is for, on entities for which the criteria hold.
     *
     * @throws IllegalArgumentException when the permission is not on entities of the catalog
     */
    public static ConditionalPolicyDecision createCatalogConditionalDecision(
            ResourcePermission permission, PermissionCriteria<PermissionCondition> criteria) {
        if (!permission.isOnResource(CATALOG_ENTITY.resourceType())) {
            throw new IllegalArgumentException("The permission '" + permission.name() + "' is on resources of type '"
                    + permission.resourceType() + "', not '" + CATALOG_ENTITY.resourceType() + "'");
        }
        return CATALOG_ENTITY.conditionalDecision(criteria);
    }

    private static PermissionCriteria<PermissionCondition> condition(String rule, ObjectNode params) {
        return new PermissionCriteria.Condition<>(
                new PermissionCondition(rule, CATALOG_ENTITY.resourceType(), Optional.of(params)));
    }

    private static ObjectNode list(String name, Collection<String> values) {
        var params = object();
        var list = params.putArray(name);
        values.forEach(list::add);
        return params;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
