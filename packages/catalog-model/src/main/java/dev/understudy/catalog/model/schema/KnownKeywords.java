// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.Set;

/** The keywords of JSON Schema that mean something here, or are only told to people. */
final class KnownKeywords {
    private static final Set<String> ANNOTATIONS = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "definitions",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "contentMediaType",
            "contentEncoding");
    private static final Set<String> RULES = Set.of(
            "$ref",
            "type",
            "nullable",
            "const",
            "enum",
            "not",
            "anyOf",
            "oneOf",
            "allOf",
            "if",
            "then",
            "else",
            "maximum",
            "minimum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "multipleOf",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "items",
            "additionalItems",
            "contains",
            "maxProperties",
            "minProperties",
            "required",
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "dependencies");

    private KnownKeywords() {}

    static boolean contain(String keyword) {
        return RULES.contains(keyword) || ANNOTATIONS.contains(keyword);
    }
}
