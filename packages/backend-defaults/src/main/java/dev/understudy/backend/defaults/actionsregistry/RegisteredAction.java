// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import dev.understudy.backend.plugin.api.service.ActionDefinition;
import dev.understudy.errors.InputException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An action with its id. */
record RegisteredAction(String id, ActionDefinition definition) {
    ObjectNode toJson(String pluginId) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description())
                .put("pluginId", pluginId);
        json.putObject("attributes")
                .put("destructive", definition.attributes().destructive())
                .put("idempotent", definition.attributes().idempotent())
                .put("readOnly", definition.attributes().readOnly());
        if (!definition.examples().isEmpty()) {
            json.putArray("examples").addAll(definition.examples());
        }
        var schema = json.putObject("schema");
        schema.set("input", definition.schema().input().orElseGet(RegisteredAction::emptySchema));
        schema.set("output", definition.schema().output().orElseGet(RegisteredAction::emptySchema));
        definition.schema().secrets().ifPresent(secrets -> schema.set("secrets", secrets));
        return json;
    }

    private static ObjectNode emptySchema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties");
        return schema.put("additionalProperties", false).put("$schema", "http://json-schema.org/draft-07/schema#");
    }

    /** The input as the action gets it. */
    JsonNode input(JsonNode given) {
        var schema = definition.schema();
        var message = "Invalid input to action \"" + id + "\"";
        return schema.inputChecks()
                .map(checks -> ActionSchemas.fit(checks, given, message))
                .or(() -> schema.input().map(json -> ActionSchemas.fit(json, given, message)))
                .orElse(given);
    }

    /** The secrets as the action gets them. */
    Optional<JsonNode> secrets(Optional<JsonNode> given) {
        var schema = definition.schema().secrets();
        if (schema.isPresent() && given.isEmpty()) {
            throw new InputException("Action \"" + id + "\" requires secrets but none were provided");
        }
        if (schema.isEmpty() && given.isPresent()) {
            throw new InputException("Action \"" + id + "\" does not accept secrets");
        }
        return schema.map(
                wanted -> ActionSchemas.fit(wanted, given.orElseThrow(), "Invalid secrets for action \"" + id + "\""));
    }

    /** The output as the client gets it. */
    Optional<JsonNode> output(Optional<JsonNode> made) {
        var schema = definition.schema().output();
        return schema.isEmpty()
                ? made
                : Optional.of(ActionSchemas.fit(
                                schema.get(),
                                made.orElseGet(JsonNodeFactory.instance::missingNode),
                                "Invalid output from action \"" + id + "\""))
                        .filter(output -> !output.isMissingNode());
    }
}
