// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import tools.jackson.databind.JsonNode;

/** One document of a stream. */
public sealed interface YamlDocument {
    /** A document that could be read; an empty one holds null. */
    record Content(JsonNode value) implements YamlDocument {}

    /**
     * A document that is no YAML.
     *
     * @param message what is wrong, where, and the line in question; several lines of text
     */
    record Malformed(String message) implements YamlDocument {}
}
