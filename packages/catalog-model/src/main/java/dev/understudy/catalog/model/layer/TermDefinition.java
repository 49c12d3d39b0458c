// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An annotation, a label or a tag. Backstage counterpart: {@code CatalogModelAnnotationDefinition}, {@code
 * CatalogModelLabelDefinition}, {@code CatalogModelTagDefinition}.
 *
 * @param schema a JSON Schema document for its values, which are strings; tags have none; must not be changed
 */
public record TermDefinition(String name, Optional<String> title, String description, Optional<ObjectNode> schema) {
    /** Without a title, for any value. */
    public static TermDefinition of(String name, String description) {
        return new TermDefinition(name, Optional.empty(), description, Optional.empty());
    }

    public TermDefinition withTitle(String newTitle) {
        return new TermDefinition(name, Optional.of(newTitle), description, schema);
    }

    public TermDefinition withSchema(ObjectNode newSchema) {
        return new TermDefinition(name, title, description, Optional.of(newSchema));
    }
}
