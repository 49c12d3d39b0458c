// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.types.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemaReferenceTest {
    @Test
    void listsListsMapsAlternativesAndReferences() {
        var schema = Json.parse("""
                {"definitions": {"host": {"type": "object", "required": ["name"], "properties": {
                   "name": {"type": "string", "description": "Where\\n  it is."}, "inner": {"$ref": "#/definitions/host"}}}},
                 "properties": {
                   "hosts": {"type": "array", "items": {"$ref": "#/definitions/host"}},
                   "store": {"anyOf": [{"type": "string", "visibility": "secret"}, {"type": "object", "properties": {
                      "kind": {"enum": ["memory", "disk"], "default": "memory"}, "old": {"type": ["string", "number"],
                      "deprecated": "use kind"}}}]},
                   "plugin": {"type": "object", "deepVisibility": "frontend", "additionalProperties": {"type": "boolean"}}}}
                """);

        assertThat(ConfigSchema.of(List.of(new SchemaDocument("test", schema))).reference())
                .isEqualTo("""
                        # Configuration

                        ## hosts

                        - `hosts` (array)
                        - `hosts[]` (object)
                        - `hosts[].name` (string, required): Where it is.
                        - `hosts[].inner`

                        ## store

                        - `store` (string, object, secret)
                        - `store.kind` (`memory`, `disk`, default memory)
                        - `store.old` (string, number, deprecated: use kind)

                        ## plugin

                        - `plugin` (object, frontend with all below)
                        - `plugin.<name>` (boolean)
                        """);
    }
}
