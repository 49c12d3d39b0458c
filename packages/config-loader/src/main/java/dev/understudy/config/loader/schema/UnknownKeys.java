// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Finds keys that no schema knows: below objects that a schema calls closed, and at the top where the key is close to a
 * known one, for other keys there belong to plugins without a schema.
 */
final class UnknownKeys {
    /** An unknown key in the object at the path. */
    record Unknown(String path, String key, Optional<String> meant) {
        String message() {
            var question = meant.map(name -> ", did you mean '" + name + "'?").orElse("");
            return "Config has an unknown key '" + key + "' at " + path + question;
        }
    }

    private final List<Unknown> found = new ArrayList<>();

    private final boolean isStrict;

    private UnknownKeys(boolean isStrict) {
        this.isStrict = isStrict;
    }

    /**
     * @param isStrict whether every object with known keys is closed
     */
    static List<Unknown> find(List<SchemaDocument> documents, JsonNode data, boolean isStrict) {
        var search = new UnknownKeys(isStrict);
        search.visit(Subschemas.of(documents, data), "");
        return search.found;
    }

    private void visit(Subschemas schemas, String path) {
        var value = schemas.value();
        for (var name : value.propertyNames()) {
            var property = schemas.property(name);
            if (property.stream().findAny().isPresent()) {
                visit(property, path + "/" + ConfigPaths.escape(name));
            } else if (!isKnown(schemas, name)) {
                report(schemas, path, name);
            }
        }
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            visit(schemas.item(index), path + "/" + index);
        }
    }

    /** A property may be known by {@code true} or an empty pattern, which say nothing about it. */
    private static boolean isKnown(Subschemas schemas, String name) {
        return schemas.stream()
                .map(Subschema::node)
                .anyMatch(schema -> schema.path("properties").has(name)
                        || schema.path("additionalProperties").asBoolean(false));
    }

    private void report(Subschemas schemas, String path, String name) {
        var meant = Spelling.closest(name, known(schemas));
        if (isClosed(schemas) || (path.isEmpty() && meant.isPresent())) {
            found.add(new Unknown(path.isEmpty() ? "/" : path, name, meant));
        }
    }

    private boolean isClosed(Subschemas schemas) {
        return schemas.stream()
                .map(Subschema::node)
                .anyMatch(schema -> schema.path("closed").asBoolean(false)
                        || (isStrict
                                && !(schema.path("properties").isEmpty()
                                        && schema.path("patternProperties").isEmpty())));
    }

    private static Set<String> known(Subschemas schemas) {
        return schemas.stream()
                .flatMap(schema -> schema.node().path("properties").propertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
