// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.permissions;

import static dev.understudy.catalog.node.CatalogPermissionResources.CATALOG_ENTITY;

import dev.understudy.catalog.backend.stitching.EntitySearchRows;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.RelationTypes;
import dev.understudy.catalog.node.EntitiesSearchFilter;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.RuleParams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The rules for entities. Backstage counterpart: {@code permissionRules}. */
public final class CatalogPermissionRules {
    public static final PermissionRule<Entity, EntitiesSearchFilter> HAS_ANNOTATION = named("annotation");
    public static final PermissionRule<Entity, EntitiesSearchFilter> HAS_LABEL = named("label");
    public static final PermissionRule<Entity, EntitiesSearchFilter> HAS_METADATA = property("metadata");
    public static final PermissionRule<Entity, EntitiesSearchFilter> HAS_SPEC = property("spec");
    public static final PermissionRule<Entity, EntitiesSearchFilter> IS_ENTITY_KIND = kind();
    public static final PermissionRule<Entity, EntitiesSearchFilter> IS_ENTITY_OWNER = owner();

    /** All of them, in the order in which the catalog lists them. */
    public static final List<PermissionRule<Entity, EntitiesSearchFilter>> ALL =
            List.of(HAS_ANNOTATION, HAS_LABEL, HAS_METADATA, HAS_SPEC, IS_ENTITY_KIND, IS_ENTITY_OWNER);

    private CatalogPermissionRules() {}

    /** A rule about the annotations or labels, which are texts by name. */
    private static PermissionRule<Entity, EntitiesSearchFilter> named(String noun) {
        var field = noun + "s";
        return PermissionRule.of(
                CATALOG_ENTITY,
                "HAS_" + noun.toUpperCase(Locale.ROOT),
                "Allow entities with the specified " + noun,
                RuleParams.create()
                        .string(noun, "Name of the " + noun + " to match on")
                        .optionalString("value", "Value of the " + noun + " to match on"),
                (entity, params) -> hasText(entity, field, text(params, noun), RuleParams.string(params, "value")),
                params -> filter("metadata." + field + "." + text(params, noun), params));
    }

    private static boolean hasText(Entity entity, String field, String name, Optional<String> value) {
        return entity.metadata().path(field).properties().stream()
                .filter(text -> lower(text.getKey()).equals(lower(name)))
                .anyMatch(text ->
                        value.isEmpty() || lower(text.getValue().asString("")).equals(lower(value.get())));
    }

    private static PermissionRule<Entity, EntitiesSearchFilter> property(String part) {
        return PermissionRule.of(
                CATALOG_ENTITY,
                "HAS_" + part.toUpperCase(Locale.ROOT),
                "Allow entities with the specified " + part + " subfield",
                RuleParams.create()
                        .string("key", "Property within the entities " + part + " to match on")
                        .optionalString("value", "Value of the given property to match on"),
                (entity, params) ->
                        hasFact(entity, part + "." + text(params, "key"), RuleParams.string(params, "value")),
                params -> filter(part + "." + text(params, "key"), params));
    }

    private static boolean hasFact(Entity entity, String key, Optional<String> value) {
        return EntitySearchRows.of(entity).stream()
                .filter(row -> row.key().equals(lower(key)))
                .anyMatch(row -> value.isEmpty() || lower(value.get()).equals(row.value()));
    }

    private static EntitiesSearchFilter filter(String key, ObjectNode params) {
        return new EntitiesSearchFilter(key, RuleParams.string(params, "value").map(List::of));
    }

    private static PermissionRule<Entity, EntitiesSearchFilter> kind() {
        return PermissionRule.of(
                CATALOG_ENTITY,
                "IS_ENTITY_KIND",
                "Allow entities matching a specified kind",
                RuleParams.create().stringArray("kinds", "List of kinds to match at least one of"),
                (entity, params) -> RuleParams.strings(params, "kinds").stream()
                        .anyMatch(kind -> lower(kind).equals(lower(entity.kind()))),
                params -> EntitiesSearchFilter.oneOf("kind", RuleParams.strings(params, "kinds")));
    }

    private static PermissionRule<Entity, EntitiesSearchFilter> owner() {
        return PermissionRule.of(
                CATALOG_ENTITY,
                "IS_ENTITY_OWNER",
                "Allow entities owned by a specified claim",
                RuleParams.create()
                        .stringArray(
                                "claims", "List of claims to match at least one on within " + RelationTypes.OWNED_BY),
                (entity, params) -> isOwnedBy(entity, RuleParams.strings(params, "claims")),
                params -> EntitiesSearchFilter.oneOf(
                        "relations." + RelationTypes.OWNED_BY, RuleParams.strings(params, "claims")));
    }

    private static boolean isOwnedBy(Entity entity, List<String> claims) {
        return entity.json()
                .path("relations")
                .valueStream()
                .filter(relation -> relation.path("type").asString("").equals(RelationTypes.OWNED_BY))
                .anyMatch(relation -> claims.contains(relation.path("targetRef").asString("")));
    }

    private static String text(ObjectNode params, String name) {
        return RuleParams.string(params, name).orElseThrow();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
