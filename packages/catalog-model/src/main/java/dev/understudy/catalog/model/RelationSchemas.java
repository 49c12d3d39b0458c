// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static dev.understudy.catalog.model.schema.JsonSchema.arrayOf;
import static dev.understudy.catalog.model.schema.JsonSchema.nonEmptyString;
import static dev.understudy.catalog.model.schema.JsonSchema.object;
import static dev.understudy.catalog.model.schema.JsonSchema.string;

import dev.understudy.catalog.model.schema.JsonSchema;
import dev.understudy.catalog.model.schema.JsonType;

/** The schemas of what the catalog itself adds to an entity. */
final class RelationSchemas {
    private static final JsonSchema REFERENCE = object().required("kind", "namespace", "name")
            .noAdditionalProperties()
            .property("kind", nonEmptyString())
            .property("namespace", nonEmptyString())
            .property("name", nonEmptyString())
            .build();

    private static final JsonSchema RELATION_TYPE = JsonSchema.builder(JsonType.STRING)
            .minLength(1)
            .pattern("^\\w+$", SchemaPatterns::isWord)
            .build();

    static final JsonSchema RELATION = object().required("type", "targetRef")
            .noAdditionalProperties()
            .property("type", RELATION_TYPE)
            .property("target", REFERENCE)
            .property("targetRef", nonEmptyString())
            .build();

    private static final JsonSchema ERROR = object().required("name", "message")
            .property("name", nonEmptyString())
            .property("message", string())
            .property("code", string())
            .property("stack", string())
            .build();

    private static final JsonSchema STATUS_ITEM = object().required("type", "level", "message")
            .property("type", nonEmptyString())
            .property(
                    "level",
                    JsonSchema.builder(JsonType.STRING)
                            .enumeration("info", "warning", "error")
                            .build())
            .property("message", string())
            .property("error", ERROR)
            .build();

    static final JsonSchema STATUS =
            object().property("items", arrayOf(STATUS_ITEM)).build();

    private RelationSchemas() {}
}
