// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a body, or a part of it, must look like. */
sealed interface JsonShape {
    /** What is wrong first, in ajv's words. */
    Optional<String> check(JsonNode value, String path);

    /** A string, one of the options if there are any. */
    record Text(List<String> options) implements JsonShape {
        @Override
        public Optional<String> check(JsonNode value, String path) {
            if (!value.isString()) {
                return Optional.of(path + " must be string");
            }
            return options.isEmpty() || options.contains(value.stringValue())
                    ? Optional.empty()
                    : Optional.of(path + " must be equal to one of the allowed values: " + String.join(", ", options));
        }
    }

    /** Any number. */
    record Numeric() implements JsonShape {
        @Override
        public Optional<String> check(JsonNode value, String path) {
            return value.isNumber() ? Optional.empty() : Optional.of(path + " must be number");
        }
    }

    /** An array of one shape. */
    record Items(JsonShape item) implements JsonShape {
        @Override
        public Optional<String> check(JsonNode value, String path) {
            if (!value.isArray()) {
                return Optional.of(path + " must be array");
            }
            for (var index = 0; index < value.size(); index++) {
                var wrong = item.check(value.get(index), path + "/" + index);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        }
    }

    /** An object; properties without a shape may be anything. */
    record Properties(List<String> required, Map<String, JsonShape> shapes, boolean isClosed) implements JsonShape {
        public Properties {
            shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        }

        @Override
        public Optional<String> check(JsonNode value, String path) {
            if (!value.isObject()) {
                return Optional.of(path + " must be object");
            }
            for (var name : required) {
                if (!value.has(name)) {
                    return Optional.of(path + " must have required property '" + name + "'");
                }
            }
            if (isClosed && !shapes.keySet().containsAll(value.propertyNames())) {
                return Optional.of(path + " must NOT have additional properties");
            }
            return shapes.entrySet().stream()
                    .filter(shape -> value.has(shape.getKey()))
                    .flatMap(shape ->
                            shape.getValue().check(value.get(shape.getKey()), path + "/" + shape.getKey()).stream())
                    .findFirst();
        }
    }

    static JsonShape text(String... options) {
        return new Text(List.of(options));
    }

    static JsonShape texts() {
        return new Items(text());
    }

    static JsonShape anyObject() {
        return new Properties(List.of(), Map.of(), false);
    }

    /** An object with properties given as names and shapes in turn. */
    static JsonShape object(List<String> required, boolean isClosed, @Nullable Object... namesAndShapes) {
        var shapes = new LinkedHashMap<String, JsonShape>();
        for (var index = 0; index < namesAndShapes.length; index += 2) {
            shapes.put(String.valueOf(namesAndShapes[index]), (JsonShape)
                    java.util.Objects.requireNonNull(namesAndShapes[index + 1]));
        }
        return new Properties(required, shapes, isClosed);
    }
}
