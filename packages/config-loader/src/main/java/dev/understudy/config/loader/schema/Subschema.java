// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A part of a schema document.
 *
 * @param document the whole, for references
 * @param certain false within an alternative that the value does not seem to be
 */
record Subschema(JsonNode node, JsonNode document, boolean certain) {
    Subschema with(JsonNode part) {
        return new Subschema(part, document, certain);
    }

    /** One of several alternatives for the value. */
    Subschema alternative(JsonNode part, JsonNode value) {
        var branch = with(part);
        return new Subschema(part, document, certain && AlternativeMatch.matches(branch, value));
    }

    Optional<String> text(String keyword) {
        return Optional.of(node.path(keyword)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** What {@code $ref} points to within the document. */
    Optional<Subschema> referenced() {
        return text("$ref")
                .filter(reference -> reference.startsWith("#"))
                .map(reference -> document.at(JsonPointer.compile(reference.substring(1))))
                .filter(target -> !target.isMissingNode())
                .map(this::with);
    }
}
