// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changes about versions of a kind; what is empty stays as it is. Backstage counterpart: {@code
 * CatalogModelUpdateKindVersionDefinition}.
 *
 * @param names the versions, at least one
 * @param specTypes the values of {@code spec.type} that are meant; none for the version without any
 * @param relationFields replace all that were there
 * @param schema is merged into the one that was there; a null removes what it stands for
 */
public record KindVersionUpdate(
        List<String> names,
        List<String> specTypes,
        Optional<String> description,
        Optional<List<KindRelationField>> relationFields,
        Optional<ObjectNode> schema) {
    public KindVersionUpdate {
        names = List.copyOf(names);
        specTypes = List.copyOf(specTypes);
        relationFields = relationFields.map(List::copyOf);
    }

    /** Changes the schema only. */
    public static KindVersionUpdate ofSchema(ObjectNode schema, String... names) {
        return new KindVersionUpdate(
                List.of(names), List.of(), Optional.empty(), Optional.empty(), Optional.of(schema));
    }
}
