// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sorts the lists of references in a spec, by UTF-16 code units; lists with anything but texts stay as they are. */
final class ReferenceSorting {
    private static final List<String> FIELDS =
            List.of("providesApis", "consumesApis", "dependsOn", "dependencyOf", "memberOf", "children", "members");

    private ReferenceSorting() {}

    static Entity sort(Entity entity) {
        if (!(entity.spec() instanceof ObjectNode spec)) {
            return entity;
        }
        var sorted = spec.objectNode().setAll(spec);
        for (var field : FIELDS) {
            var value = spec.path(field);
            if (isListOfTexts(value)) {
                sorted.set(field, sorted(value));
            }
        }
        return new Entity(entity.json().objectNode().setAll(entity.json()).set("spec", sorted));
    }

    private static boolean isListOfTexts(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (var item : value) {
            if (!item.isString()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode sorted(JsonNode list) {
        var texts = new ArrayList<String>(list.size());
        list.forEach(item -> texts.add(item.stringValue()));
        texts.sort(null);
        var sorted = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(sorted::add);
        return sorted;
    }
}
