// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.schema.JsonSchema;
import java.util.List;

/**
 * A kind as entities of one version and type have it. Backstage counterpart of the same name.
 *
 * @param schema the schema of whole entities
 */
public record CatalogModelKind(
        KindNames names,
        String apiVersion,
        String description,
        List<KindRelationField> relationFields,
        JsonSchema schema) {
    public CatalogModelKind {
        relationFields = List.copyOf(relationFields);
    }
}
