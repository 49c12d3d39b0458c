// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.scaffolder.entity.model;

import static dev.understudy.catalog.model.schema.JsonSchema.anyObject;
import static dev.understudy.catalog.model.schema.JsonSchema.arrayOf;
import static dev.understudy.catalog.model.schema.JsonSchema.nonEmptyString;
import static dev.understudy.catalog.model.schema.JsonSchema.object;
import static dev.understudy.catalog.model.schema.JsonSchema.string;

import dev.understudy.catalog.model.EntityKindValidator;
import dev.understudy.catalog.model.EntitySchemas;
import dev.understudy.catalog.model.schema.JsonSchema;
import dev.understudy.catalog.model.schema.JsonSchemaBuilder;
import dev.understudy.catalog.model.schema.JsonType;
import java.util.List;

/** The schema of templates. The order of fields is the order in which errors are found. */
final class TemplateSchema {
    static final String API_VERSION = "scaffolder.backstage.io/v1beta3";
    static final EntityKindValidator VALIDATOR =
            EntityKindValidator.of(EntitySchemas.ofKind(List.of(API_VERSION), "Template", spec()));

    private TemplateSchema() {}

    private static JsonSchema spec() {
        return object().required("type", "steps")
                .property("type", nonEmptyString())
                .property("owner", nonEmptyString())
                .property("lifecycle", nonEmptyString())
                .property(
                        "parameters",
                        JsonSchema.builder().oneOf(form(), arrayOf(form())).build())
                .property("secrets", object().property("schema", anyObject()).build())
                .property(
                        "presentation",
                        object().property("buttonLabels", buttonLabels()).build())
                .property(
                        "EXPERIMENTAL_recovery",
                        object().property("EXPERIMENTAL_strategy", string()).build())
                .property("formDecorators", arrayOf(decorator()))
                .property("EXPERIMENTAL_formDecorators", arrayOf(decorator()))
                .property("steps", arrayOf(step()))
                .property("output", output())
                .build();
    }

    private static JsonSchema form() {
        return withPermissions(object()).build();
    }

    private static JsonSchema buttonLabels() {
        return object().property("backButtonText", string())
                .property("createButtonText", string())
                .property("reviewButtonText", string())
                .build();
    }

    private static JsonSchema decorator() {
        return object().property("id", string()).property("input", anyObject()).build();
    }

    private static JsonSchema step() {
        var step = object().required("action")
                .property("id", string())
                .property("name", string())
                .property("action", string())
                .property("input", anyObject())
                .property("if", condition());
        return withPermissions(step).build();
    }

    private static JsonSchema output() {
        var link = object().property("if", condition())
                .property("url", nonEmptyString())
                .property("entityRef", nonEmptyString())
                .property("title", nonEmptyString())
                .property("icon", nonEmptyString());
        var text = object().property("if", condition())
                .property("title", nonEmptyString())
                .property("icon", nonEmptyString())
                .property("content", string());
        return object().property("links", arrayOf(link.build()))
                .property("text", arrayOf(text.build()))
                .additionalProperties(string())
                .build();
    }

    private static JsonSchema condition() {
        return JsonSchema.builder(JsonType.STRING, JsonType.BOOLEAN).build();
    }

    private static JsonSchemaBuilder withPermissions(JsonSchemaBuilder builder) {
        return builder.property(
                "backstage:permissions",
                object().property("tags", arrayOf(string())).build());
    }
}
