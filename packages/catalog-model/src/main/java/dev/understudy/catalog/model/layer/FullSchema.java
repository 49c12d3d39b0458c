// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.types.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The schema of whole entities of a kind: what the kind says, and what is so for all of them. */
final class FullSchema {
    private static final String METADATA = """
            {"type": "object", "required": ["name"], "additionalProperties": true, "properties": {
              "uid": {"type": "string", "minLength": 1},
              "etag": {"type": "string", "minLength": 1},
              "name": {"type": "string", "minLength": 1},
              "namespace": {"type": "string", "minLength": 1},
              "title": {"type": "string", "minLength": 1},
              "description": {"type": "string"},
              "annotations": {"type": "object", "additionalProperties": {"type": "string"}},
              "labels": {"type": "object", "additionalProperties": {"type": "string"}},
              "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
              "links": {"type": "array", "items": {"type": "object", "required": ["url"], "properties": {
                "url": {"type": "string", "minLength": 1},
                "title": {"type": "string", "minLength": 1},
                "icon": {"type": "string", "minLength": 1},
                "type": {"type": "string", "minLength": 1}}}}}}""";

    private final ObjectNode metadata;

    FullSchema(Map<String, TermDefinition> annotations, Map<String, TermDefinition> labels) {
        metadata = (ObjectNode) Json.mapper().readTree(METADATA);
        describe("annotations", annotations.values());
        describe("labels", labels.values());
    }

    private void describe(String field, Collection<TermDefinition> terms) {
        var properties = ((ObjectNode) metadata.at("/properties/" + field)).putObject("properties");
        for (var term : terms) {
            properties.set(
                    term.name(),
                    term.schema().orElseGet(() -> properties.objectNode().put("type", "string")));
        }
    }

    ObjectNode of(String apiVersion, String kind, ObjectNode kindSchema) {
        KindSchemaDocument.check(kindSchema);
        var frame = kindSchema.objectNode().put("type", "object");
        var required = new LinkedHashSet<String>();
        kindSchema.path("required").forEach(name -> required.add(name.asString()));
        required.addAll(List.of("apiVersion", "kind", "metadata"));
        var names = frame.putArray("required");
        required.forEach(names::add);
        var fields = frame.put("additionalProperties", false).putObject("properties");
        fields.putObject("apiVersion").put("const", apiVersion);
        fields.putObject("kind").put("const", kind);
        fields.set("metadata", metadata);
        return SchemaMerge.merge(kindSchema, frame);
    }
}
