// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Versions of a kind that have everything in common. Backstage counterpart: {@code CatalogModelKindVersionDefinition}.
 *
 * @param names the versions, such as {@code v1alpha1}; at least one
 * @param specTypes the values of {@code spec.type} that are meant; none for all that no other version speaks of
 * @param description what is special about them; empty for the description of the kind
 * @param relationFields the fields that refer to other entities
 * @param schema a JSON Schema document for the entity without {@code apiVersion}, {@code kind} and {@code metadata}; must
 *     not be changed
 */
public record KindVersion(
        List<String> names,
        List<String> specTypes,
        Optional<String> description,
        List<KindRelationField> relationFields,
        ObjectNode schema) {
    public KindVersion {
        names = List.copyOf(names);
        specTypes = List.copyOf(specTypes);
        relationFields = List.copyOf(relationFields);
    }

    /** Versions with a schema, for all types, without relations. */
    public static KindVersion of(ObjectNode schema, String... names) {
        return new KindVersion(List.of(names), List.of(), Optional.empty(), List.of(), schema);
    }

    public KindVersion withSpecTypes(String... newSpecTypes) {
        return new KindVersion(names, List.of(newSpecTypes), description, relationFields, schema);
    }

    public KindVersion withDescription(String newDescription) {
        return new KindVersion(names, specTypes, Optional.of(newDescription), relationFields, schema);
    }

    public KindVersion withRelationFields(KindRelationField... fields) {
        return new KindVersion(names, specTypes, description, List.of(fields), schema);
    }
}
