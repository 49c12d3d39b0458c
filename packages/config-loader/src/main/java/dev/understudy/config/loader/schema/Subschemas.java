// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All that the schemas say about one value, with references and combinations opened up. */
final class Subschemas {
    private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");
    private static final List<String> CONDITIONAL = List.of("then", "else");

    private final List<Subschema> schemas;
    private final JsonNode value;

    private Subschemas(List<Subschema> schemas, JsonNode value) {
        this.schemas = schemas;
        this.value = value;
    }

    static Subschemas of(List<SchemaDocument> documents, JsonNode value) {
        return opened(
                documents.stream()
                        .map(document -> new Subschema(document.schema(), document.schema(), true))
                        .toList(),
                value);
    }

    private static Subschemas opened(List<Subschema> schemas, JsonNode value) {
        var opening = new Opening(value);
        schemas.forEach(opening::open);
        return new Subschemas(List.copyOf(opening.opened), value);
    }

    /** Follows references and combinations, each part of a document once. */
    private static final class Opening {
        private final JsonNode value;
        private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Subschema> opened = new ArrayList<>();

        private Opening(JsonNode value) {
            this.value = value;
        }

        private void open(Subschema schema) {
            if (!schema.node().isObject() || !seen.add(schema.node())) {
                return;
            }
            opened.add(schema);
            schema.referenced().ifPresent(this::open);
            schema.node().path("allOf").forEach(part -> open(schema.with(part)));
            ALTERNATIVES.stream()
                    .flatMap(keyword -> schema.node().path(keyword).valueStream())
                    .forEach(part -> open(schema.alternative(part, value)));
            CONDITIONAL.forEach(keyword -> open(schema.alternative(schema.node().path(keyword), value)));
        }
    }

    JsonNode value() {
        return value;
    }

    Stream<Subschema> stream() {
        return schemas.stream();
    }

    /** What the schemas say about an object's property. */
    Subschemas property(String name) {
        var found = new ArrayList<Subschema>();
        schemas.forEach(schema -> found.addAll(property(schema, name)));
        return opened(found, value.path(name));
    }

    private static List<Subschema> property(Subschema schema, String name) {
        var found = new ArrayList<Subschema>();
        var declared = schema.node().path("properties").get(name);
        if (declared != null) {
            found.add(schema.with(declared));
        }
        schema.node().path("patternProperties").forEachEntry((pattern, part) -> {
            if (Pattern.compile(pattern).matcher(name).find()) {
                found.add(schema.with(part));
            }
        });
        if (found.isEmpty() && schema.node().path("additionalProperties").isObject()) {
            found.add(schema.with(schema.node().get("additionalProperties")));
        }
        return found;
    }

    /** What the schemas say about a property, or about an element. */
    Subschemas below(String step) {
        return value.isArray() ? item(Integer.parseInt(step)) : property(step);
    }

    /** What the schemas say about an array's element. */
    Subschemas item(int index) {
        var found = new ArrayList<Subschema>();
        for (var schema : schemas) {
            var items = schema.node().path("items");
            found.add(schema.with(items.isArray() ? items.path(index) : items));
        }
        return opened(found, value.path(index));
    }
}
