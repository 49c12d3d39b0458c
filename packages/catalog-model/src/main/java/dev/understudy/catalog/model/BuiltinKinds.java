// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds that every catalog knows: Component, API, Resource, System, Domain, Group, User and Location.
 *
 * <p>Backstage counterpart: what {@code BuiltinKindsEntityProcessor} does.
 */
public final class BuiltinKinds {
    private static final Map<String, EntityKindValidator> VALIDATORS = Map.of(
            "Component", EntityKindValidator.of(KindSchemas.component()),
            "API", EntityKindValidator.of(KindSchemas.api()),
            "Resource", EntityKindValidator.of(KindSchemas.resource()),
            "System", EntityKindValidator.of(KindSchemas.system()),
            "Domain", EntityKindValidator.of(KindSchemas.domain()),
            "Group", EntityKindValidator.of(KindSchemas.group()),
            "User", EntityKindValidator.of(KindSchemas.user()),
            "Location", EntityKindValidator.of(KindSchemas.location()));

    private BuiltinKinds() {}

    /** The validator of one built-in kind, named in its own case. */
    public static Optional<EntityKindValidator> validator(String kind) {
        return Optional.ofNullable(VALIDATORS.get(kind));
    }

    /**
     * Checks an entity of any kind. Only the entity's own kind has to be asked: to all others it is foreign, and what is
     * wrong with it as an entity they would all report alike.
     *
     * @return whether it is of a built-in kind; then it is valid too
     * @throws dev.understudy.errors.TypeException with the first error, if it is of a built-in kind but not valid
     */
    public static boolean validate(Entity entity) {
        var any = requireNonNull(VALIDATORS.get("API"));
        return VALIDATORS.getOrDefault(entity.kind(), any).check(entity.json());
    }

    /** The entity with the lists of references in its spec sorted, so that their order is no change. */
    public static Entity sortReferences(Entity entity) {
        return ReferenceSorting.sort(entity);
    }

    /**
     * The relations that the entity's spec states, each followed by its reverse.
     *
     * @throws dev.understudy.errors.TypeException if the entity needs a spec and has none, or a reference is malformed
     * @throws IllegalArgumentException if a reference has no kind
     */
    public static List<EntityRelationSpec> relations(Entity entity) {
        return BuiltinKindRelations.of(entity);
    }
}
