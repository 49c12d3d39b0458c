// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static dev.understudy.catalog.model.schema.JsonSchema.anyObject;
import static dev.understudy.catalog.model.schema.JsonSchema.arrayOf;
import static dev.understudy.catalog.model.schema.JsonSchema.nonEmptyString;
import static dev.understudy.catalog.model.schema.JsonSchema.object;
import static dev.understudy.catalog.model.schema.JsonSchema.string;

import dev.understudy.catalog.model.schema.JsonSchema;
import dev.understudy.catalog.model.schema.JsonType;
import java.util.List;
import java.util.Map;

/** Schemas that use all the evaluator can do; the generator of the answers has the same ones. */
final class SampleSchemas {
    private static final JsonSchema SHORT =
            JsonSchema.builder(JsonType.STRING).minLength(2).build();
    private static final JsonSchema NAMES = arrayOf(nonEmptyString());

    static final Map<String, JsonSchema> ALL = Map.of(
            "either", either(),
            "exactlyOne", exactlyOne(),
            "valueThenType", valueThenType(),
            "wordOrFlag", wordOrFlag(),
            "nested", nested(),
            "template", template(),
            "mcpServer", mcpServer(),
            "skill", skill());

    private SampleSchemas() {}

    private static JsonSchema either() {
        var pair = JsonSchema.builder(JsonType.ARRAY).minItems(2).items(SHORT).build();
        return JsonSchema.builder().anyOf(SHORT, pair).build();
    }

    private static JsonSchema exactlyOne() {
        var withA = object().required("a").build();
        var withB = object().required("b").build();
        return JsonSchema.builder().oneOf(withA, withB, string()).build();
    }

    private static JsonSchema valueThenType() {
        return JsonSchema.builder(JsonType.STRING)
                .minLength(1)
                .maxLength(3)
                .enumeration("ab", "abcd")
                .build();
    }

    private static JsonSchema wordOrFlag() {
        return JsonSchema.builder(JsonType.STRING, JsonType.BOOLEAN)
                .pattern("^\\w+$", SchemaPatterns::isWord)
                .build();
    }

    private static JsonSchema nested() {
        var any = JsonSchema.builder().build();
        var point = object().required("x", "y")
                .noAdditionalProperties()
                .property("x", any)
                .property("y", any)
                .build();
        var item = JsonSchema.builder().anyOf(SHORT, point).build();
        return object().property("a/b~c", arrayOf(item)).build();
    }

    private static JsonSchema template() {
        var flag = JsonSchema.builder(JsonType.STRING, JsonType.BOOLEAN).build();
        var permissions = object().property("tags", arrayOf(string())).build();
        var form = object().property("backstage:permissions", permissions).build();
        var buttons = object().property("backButtonText", string())
                .property("createButtonText", string())
                .property("reviewButtonText", string())
                .build();
        var decorators = arrayOf(
                object().property("id", string()).property("input", anyObject()).build());
        var step = object().required("action")
                .property("id", string())
                .property("name", string())
                .property("action", string())
                .property("input", anyObject())
                .property("if", flag)
                .property("backstage:permissions", permissions)
                .build();
        var link = object().property("if", flag)
                .property("url", nonEmptyString())
                .property("entityRef", nonEmptyString())
                .property("title", nonEmptyString())
                .property("icon", nonEmptyString())
                .build();
        var text = object().property("if", flag)
                .property("title", nonEmptyString())
                .property("icon", nonEmptyString())
                .property("content", string())
                .build();
        var output = object().property("links", arrayOf(link))
                .property("text", arrayOf(text))
                .additionalProperties(string())
                .build();
        var spec = object().required("type", "steps")
                .property("type", nonEmptyString())
                .property("owner", nonEmptyString())
                .property("lifecycle", nonEmptyString())
                .property(
                        "parameters",
                        JsonSchema.builder().oneOf(form, arrayOf(form)).build())
                .property("secrets", object().property("schema", anyObject()).build())
                .property(
                        "presentation",
                        object().property("buttonLabels", buttons).build())
                .property(
                        "EXPERIMENTAL_recovery",
                        object().property("EXPERIMENTAL_strategy", string()).build())
                .property("formDecorators", decorators)
                .property("EXPERIMENTAL_formDecorators", decorators)
                .property("steps", arrayOf(step))
                .property("output", output)
                .build();
        return EntitySchemas.ofKind(List.of("scaffolder.backstage.io/v1beta3"), "Template", spec);
    }

    private static JsonSchema mcpServer() {
        var remote = object().required("type", "url")
                .property("type", nonEmptyString())
                .property("url", nonEmptyString())
                .build();
        var spec = object().required("type", "lifecycle", "owner", "remotes")
                .property("type", JsonSchema.builder().constant("mcp-server").build())
                .property("lifecycle", nonEmptyString())
                .property("owner", nonEmptyString())
                .property("system", nonEmptyString())
                .property(
                        "remotes",
                        JsonSchema.builder(JsonType.ARRAY)
                                .minItems(1)
                                .items(remote)
                                .build())
                .build();
        return EntitySchemas.ofKind(List.of("backstage.io/v1alpha1", "backstage.io/v1beta1"), "API", spec);
    }

    private static JsonSchema skill() {
        var spec = object().required("type", "lifecycle", "owner")
                .property(
                        "type",
                        JsonSchema.builder(JsonType.STRING).enumeration("skill").build())
                .property("lifecycle", nonEmptyString())
                .property("owner", nonEmptyString())
                .property("disciplines", NAMES)
                .property(
                        "compatibility",
                        JsonSchema.builder(JsonType.STRING)
                                .minLength(1)
                                .maxLength(500)
                                .build())
                .build();
        return EntitySchemas.ofKind(List.of("backstage.io/v1alpha1"), "AiResource", spec);
    }
}
