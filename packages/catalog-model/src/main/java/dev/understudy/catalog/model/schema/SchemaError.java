// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

/**
 * One way in which a value does not follow its schema.
 *
 * @param instancePath where in the value, a JSON pointer; empty for the value itself
 * @param keyword the schema keyword that was not met, such as {@code enum}
 * @param message what was expected, such as {@code must be string}
 * @param params the particulars of the keyword, in the form {@code name: value}
 */
public record SchemaError(String instancePath, String keyword, String message, String params) {
    /** The place and the expectation: {@code <path or <root>> <message>}. */
    public String summary() {
        return (instancePath.isEmpty() ? "<root>" : instancePath) + " " + message;
    }

    /** The whole error as clients see it: {@code <path or <root>> <message> - <params>}. */
    public String text() {
        return summary() + " - " + params;
    }
}
