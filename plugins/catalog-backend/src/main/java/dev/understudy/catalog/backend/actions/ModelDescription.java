// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.types.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Describes the kinds, annotations and relations that every catalog knows, in Markdown. */
final class ModelDescription {
    private ModelDescription() {}

    static Optional<JsonNode> output() {
        var text = ActionResources.read("default-model-description.md");
        return Optional.of(Json.mapper().createObjectNode().put("description", text));
    }
}
