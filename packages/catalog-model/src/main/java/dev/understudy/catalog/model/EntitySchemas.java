// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static dev.understudy.catalog.model.schema.JsonSchema.anyObject;
import static dev.understudy.catalog.model.schema.JsonSchema.arrayOf;
import static dev.understudy.catalog.model.schema.JsonSchema.nonEmptyString;
import static dev.understudy.catalog.model.schema.JsonSchema.object;
import static dev.understudy.catalog.model.schema.JsonSchema.oneOfStrings;
import static dev.understudy.catalog.model.schema.JsonSchema.string;

import dev.understudy.catalog.model.schema.JsonSchema;
import java.util.List;

/** The schemas that all entities share, and the frame for those of a kind. */
public final class EntitySchemas {
    private static final JsonSchema LINK = object().required("url")
            .property("url", nonEmptyString())
            .property("title", nonEmptyString())
            .property("icon", nonEmptyString())
            .property("type", nonEmptyString())
            .build();

    private static final JsonSchema TEXTS =
            object().patternProperty(SchemaPatterns::isLine, string()).build();

    private static final JsonSchema METADATA = object().required("name")
            .property("uid", nonEmptyString())
            .property("etag", nonEmptyString())
            .property("name", nonEmptyString())
            .property("namespace", nonEmptyString())
            .property("title", nonEmptyString())
            .property("description", string())
            .property("labels", TEXTS)
            .property("annotations", TEXTS)
            .property("tags", arrayOf(nonEmptyString()))
            .property("links", arrayOf(LINK))
            .build();

    /** The least an entity must be to have a name: the check at the door. */
    public static final JsonSchema ENVELOPE = object().required("apiVersion", "kind", "metadata")
            .property("apiVersion", nonEmptyString())
            .property("kind", nonEmptyString())
            .property(
                    "metadata",
                    object().required("name")
                            .property("name", nonEmptyString())
                            .property("namespace", nonEmptyString())
                            .build())
            .build();

    /** An entity of any kind. */
    public static final JsonSchema ENTITY = object().required("apiVersion", "kind", "metadata")
            .noAdditionalProperties()
            .property("apiVersion", nonEmptyString())
            .property("kind", nonEmptyString())
            .property("metadata", METADATA)
            .property("spec", anyObject())
            .property("relations", arrayOf(RelationSchemas.RELATION))
            .property("status", RelationSchemas.STATUS)
            .build();

    private EntitySchemas() {}

    /** The schema of one kind: an entity with these versions, this kind, and a spec. */
    public static JsonSchema ofKind(List<String> apiVersions, String kind, JsonSchema spec) {
        var ownPart = object().required("spec")
                .property("apiVersion", oneOfStrings(apiVersions.toArray(String[]::new)))
                .property("kind", oneOfStrings(kind))
                .property("spec", spec)
                .build();
        return JsonSchema.allOf(ENTITY, ownPart);
    }
}
