// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static dev.understudy.catalog.model.schema.JsonSchema.arrayOf;
import static dev.understudy.catalog.model.schema.JsonSchema.nonEmptyString;
import static dev.understudy.catalog.model.schema.JsonSchema.object;

import dev.understudy.catalog.model.schema.JsonSchema;
import dev.understudy.catalog.model.schema.JsonSchemaBuilder;
import dev.understudy.catalog.model.schema.JsonType;
import java.util.List;

/** The schemas of the built-in kinds. The order of fields is the order in which errors are found. */
final class KindSchemas {
    private static final List<String> API_VERSIONS = List.of("backstage.io/v1alpha1", "backstage.io/v1beta1");
    private static final JsonSchema NAMES = arrayOf(nonEmptyString());

    private KindSchemas() {}

    static JsonSchema component() {
        var spec =
                texts("type", "lifecycle", "owner", "system", "subcomponentOf").required("type", "lifecycle", "owner");
        return kind("Component", lists(spec, "providesApis", "consumesApis", "dependsOn"));
    }

    static JsonSchema api() {
        return kind(
                "API",
                texts("type", "lifecycle", "owner", "system", "definition")
                        .required("type", "lifecycle", "owner", "definition"));
    }

    static JsonSchema resource() {
        var spec = lists(texts("type", "owner"), "dependsOn").property("system", nonEmptyString());
        return kind("Resource", spec.required("type", "owner"));
    }

    static JsonSchema system() {
        return kind("System", texts("owner", "domain", "type").required("owner"));
    }

    static JsonSchema domain() {
        return kind("Domain", texts("owner", "subdomainOf", "type").required("owner"));
    }

    static JsonSchema group() {
        var spec = texts("type").property("profile", profile()).property("parent", nonEmptyString());
        return kind("Group", lists(spec, "children", "members").required("type", "children"));
    }

    static JsonSchema user() {
        return kind(
                "User",
                lists(object().property("profile", profile()), "memberOf").required("memberOf"));
    }

    static JsonSchema location() {
        var presence = JsonSchema.builder(JsonType.STRING)
                .enumeration("required", "optional")
                .build();
        return kind("Location", lists(texts("type", "target"), "targets").property("presence", presence));
    }

    private static JsonSchema profile() {
        return texts("displayName", "email", "picture").build();
    }

    private static JsonSchema kind(String kind, JsonSchemaBuilder spec) {
        return EntitySchemas.ofKind(API_VERSIONS, kind, spec.build());
    }

    private static JsonSchemaBuilder texts(String... names) {
        var fields = object();
        for (var name : names) {
            fields.property(name, nonEmptyString());
        }
        return fields;
    }

    private static JsonSchemaBuilder lists(JsonSchemaBuilder fields, String... names) {
        for (var name : names) {
            fields.property(name, NAMES);
        }
        return fields;
    }
}
