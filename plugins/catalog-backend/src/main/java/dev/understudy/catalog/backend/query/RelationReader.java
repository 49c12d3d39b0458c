// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns {@code {"relations": {"$contains": {"type": …, "targetRef": …}}}} into a filter. */
final class RelationReader {
    private static final String TYPE_REQUIRED =
            "The $contains operator for \"relations\" requires a \"type\" string property";

    private @Nullable String type;
    private @Nullable List<String> targetRefs;

    private RelationReader() {}

    static EntityFilter read(JsonNode target) {
        var reader = new RelationReader();
        for (var property : target.properties()) {
            reader.property(property.getKey(), property.getValue());
        }
        return reader.filter();
    }

    private EntityFilter filter() {
        if (type == null || type.isEmpty()) {
            throw new InputException(TYPE_REQUIRED);
        }
        var key = "relations." + PredicateReader.lower(type);
        return targetRefs == null ? new EntityFilter.Exists(key) : new EntityFilter.OneOf(key, targetRefs);
    }

    private void property(String name, JsonNode value) {
        switch (PredicateReader.lower(name)) {
            case "type" -> {
                refuseSecond(type, name);
                if (!value.isString()) {
                    throw new InputException(TYPE_REQUIRED);
                }
                type = value.stringValue();
            }
            case "targetref" -> {
                refuseSecond(targetRefs, name);
                targetRefs = targetRefs(value);
            }
            default ->
                throw new InputException("Unsupported key \"" + name + "\" in $contains for \"relations\". "
                        + "Only \"type\" and \"targetRef\" are supported");
        }
    }

    private static void refuseSecond(@Nullable Object first, String name) {
        if (first != null) {
            throw new InputException("Duplicate key \"" + name + "\" in $contains for \"relations\"");
        }
    }

    private static List<String> targetRefs(JsonNode value) {
        if (value.isString()) {
            return List.of(PredicateReader.lower(value.stringValue()));
        }
        if (value.size() != 1
                || !value.path("$in").isArray()
                || !value.path("$in").valueStream().allMatch(JsonNode::isString)) {
            throw new InputException("Unsupported value in $contains for \"relations\": "
                    + "expected a string or { \"$in\": [strings] }, but got "
                    + Json.stringify(value));
        }
        if (value.path("$in").isEmpty()) {
            throw new InputException("Empty \"$in\" array for $contains on \"relations\" is not allowed");
        }
        return value.path("$in")
                .valueStream()
                .map(ref -> PredicateReader.lower(ref.stringValue()))
                .toList();
    }
}
