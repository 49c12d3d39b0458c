// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.ConfigException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Who may see which of the present values, by path such as {@code /app/title}. Of a schema's alternatives, those that do
 * not fit the value can still call it a secret, but cannot show it.
 */
final class VisibilityMap {
    private final Map<String, Visibility> byPath = new HashMap<>();
    private final Map<String, Visibility> deepByPath = new HashMap<>();
    private final Map<String, String> deprecations = new HashMap<>();

    private VisibilityMap() {}

    static VisibilityMap of(List<SchemaDocument> documents, JsonNode data) {
        var map = new VisibilityMap();
        map.visit(Subschemas.of(documents, data), "", Optional.empty());
        return map;
    }

    Optional<Visibility> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The visibility that everything below the path inherits. */
    Optional<Visibility> below(String path) {
        return Optional.ofNullable(deepByPath.get(path));
    }

    /** The reasons given for values that are deprecated, by path. */
    Map<String, String> deprecations() {
        return deprecations;
    }

    private void visit(Subschemas schemas, String path, Optional<Visibility> inherited) {
        var own = combined(schemas, "visibility", path).filter(visibility -> visibility != Visibility.BACKEND);
        var deep = combined(schemas, "deepVisibility", path);
        var all = Stream.of(own, deep, inherited).flatMap(Optional::stream).toList();
        if (deep.or(() -> inherited).isPresent() && conflicting(all)) {
            throw conflict(path);
        }
        own.ifPresent(visibility -> byPath.put(path, visibility));
        deep.ifPresent(visibility -> deepByPath.put(path, visibility));
        schemas.stream()
                .flatMap(schema -> schema.text("deprecated").stream())
                .forEach(reason -> deprecations.put(path, reason));
        visitChildren(schemas, path, deep.or(() -> inherited));
    }

    private void visitChildren(Subschemas schemas, String path, Optional<Visibility> inherited) {
        var value = schemas.value();
        value.propertyNames().forEach(name -> visit(schemas.property(name), path + "/" + name, inherited));
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            visit(schemas.item(index), path + "/" + index, inherited);
        }
    }

    private static Optional<Visibility> combined(Subschemas schemas, String keyword, String path) {
        var certain = stated(schemas.stream().filter(Subschema::certain), keyword);
        if (conflicting(certain)) {
            throw conflict(path);
        }
        if (stated(schemas.stream(), keyword).contains(Visibility.SECRET)) {
            return Optional.of(Visibility.SECRET);
        }
        return certain.stream().max(Comparator.comparing(visibility -> visibility == Visibility.FRONTEND));
    }

    private static List<Visibility> stated(Stream<Subschema> schemas, String keyword) {
        return schemas.flatMap(schema -> schema.text(keyword).flatMap(Visibility::of).stream())
                .toList();
    }

    private static boolean conflicting(List<Visibility> visibilities) {
        return visibilities.contains(Visibility.FRONTEND) && visibilities.contains(Visibility.SECRET);
    }

    private static ConfigException conflict(String path) {
        return new ConfigException("Config schema visibility is both 'frontend' and 'secret' for " + path);
    }
}
