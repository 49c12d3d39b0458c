// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

/**
 * The schema of one plugin's or package's configuration: JSON Schema draft 7 with Backstage's keywords {@code
 * visibility}, {@code deepVisibility} and {@code deprecated}, and with {@code closed}: whoever uses a key that no schema
 * knows, below an object marked {@code "closed": true}, is warned.
 *
 * @param name who ships the schema, for messages
 */
public record SchemaDocument(String name, JsonNode schema) {
    public SchemaDocument {
        requireNonNull(name, "name");
        requireNonNull(schema, "schema");
    }
}
