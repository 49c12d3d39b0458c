// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.backend.defaults.internal.ZodException;
import dev.understudy.backend.defaults.internal.ZodIssues;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import tools.jackson.databind.JsonNode;

/** What a request to apply conditions looks like. */
final class ConditionsSchema {
    private static final JsonNode SCHEMA = Json.parse("""
            {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": {
               "type": "object", "required": ["id", "resourceRef", "resourceType", "conditions"], "properties": {
                 "id": {"type": "string"},
                 "resourceRef": {"anyOf": [
                   {"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]},
                 "resourceType": {"type": "string"},
                 "conditions": {"$ref": "#/definitions/criteria"}}}}},
             "definitions": {"criteria": {"anyOf": [
               {"type": "object", "required": ["anyOf"], "properties": {"anyOf": {"$ref": "#/definitions/list"}}},
               {"type": "object", "required": ["allOf"], "properties": {"allOf": {"$ref": "#/definitions/list"}}},
               {"type": "object", "required": ["not"], "properties": {"not": {"$ref": "#/definitions/criteria"}}},
               {"type": "object", "required": ["rule", "resourceType"], "properties": {
                 "rule": {"type": "string"}, "resourceType": {"type": "string"},
                 "params": {"type": "object", "additionalProperties": {}}}}]},
               "list": {"type": "array", "items": {"$ref": "#/definitions/criteria"}, "minItems": 1}}}""");

    private ConditionsSchema() {}

    /**
     * @throws InputException with zod's issues as its message
     */
    static void check(JsonNode body) {
        var issues = ZodIssues.of(SCHEMA, body);
        if (!issues.isEmpty()) {
            throw new InputException(ZodException.toText(issues));
        }
    }
}
