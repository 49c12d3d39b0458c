// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.client.CatalogApi;
import dev.understudy.catalog.client.ValidateEntityResponse;
import dev.understudy.catalog.client.ValidateEntityResponse.SerializedError;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.types.Json;
import dev.understudy.types.yaml.YamlDocument;
import dev.understudy.types.yaml.YamlDocuments;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has the text of a catalog file checked; whatever is wrong is told in the output. */
record ValidateEntity(CatalogService catalog) implements ActionFunction {
    private static final String LOCATION = "url:https://localhost/entity-validator";

    @Override
    public Optional<JsonNode> run(ActionContext context) {
        var input = context.input();
        try {
            return Optional.of(validate(
                    catalog.as(context.credentials()),
                    input.path("entity").stringValue(),
                    input.path("location").asString(LOCATION)));
        } catch (RuntimeException failure) {
            return Optional.of(invalid(false, List.of("Validation error: " + failure.getMessage())));
        }
    }

    private static JsonNode validate(CatalogApi catalog, String text, String location) {
        var stream = YamlDocuments.of(text);
        var documents = stream.iterator();
        var document = documents.hasNext() ? documents.next() : new YamlDocument.Content(Json.parse("null"));
        return switch (document) {
            case YamlDocument.Malformed(var message) -> malformed(message);
            case YamlDocument.Content(var _)
            when documents.hasNext() ->
                malformed(stream.describeSecond(
                        "Source contains multiple documents; please use YAML.parseAllDocuments()"));
            case YamlDocument.Content(var value)
            when value instanceof ObjectNode entity ->
                output(catalog.validateEntity(new Entity(entity), location), entity);
            // the catalog refuses what is no object, and names no errors
            case YamlDocument.Content(var _) -> invalid(true, List.of());
        };
    }

    private static JsonNode output(ValidateEntityResponse answer, ObjectNode entity) {
        return switch (answer) {
            case ValidateEntityResponse.Invalid(var errors) ->
                invalid(true, errors.stream().map(SerializedError::message).toList());
            case ValidateEntityResponse.Valid() -> {
                var output =
                        Json.mapper().createObjectNode().put("isValid", true).put("isValidYaml", true);
                output.putArray("errors");
                yield output.set("entity", entity);
            }
        };
    }

    private static JsonNode malformed(String message) {
        return invalid(false, List.of("YAML parsing error: " + message));
    }

    private static JsonNode invalid(boolean isValidYaml, List<String> errors) {
        var output = Json.mapper().createObjectNode().put("isValid", false).put("isValidYaml", isValidYaml);
        errors.forEach(output.putArray("errors")::add);
        return output;
    }
}
