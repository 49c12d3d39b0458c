// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes out what may not be seen. Backstage counterpart: {@code filterByVisibility}. */
final class VisibilityFilter {
    private final VisibilityMap visibilities;
    private final Set<Visibility> included;

    VisibilityFilter(VisibilityMap visibilities, Set<Visibility> included) {
        this.visibilities = visibilities;
        this.included = included;
    }

    JsonNode apply(JsonNode data) {
        var result = filter(data, "", Visibility.BACKEND);
        return result == null ? JsonNodeFactory.instance.objectNode() : result;
    }

    private @Nullable JsonNode filter(JsonNode value, String path, Visibility inherited) {
        var visible = included.contains(visibilities.at(path).orElse(inherited));
        var below = visibilities.below(path).orElse(inherited);
        return switch (value.getNodeType()) {
            case NULL, MISSING -> null;
            case ARRAY -> filterItems(value, path, below, visible);
            case OBJECT -> filterFields(value, path, below, visible);
            case STRING, NUMBER, BOOLEAN, BINARY, POJO -> visible ? value : null;
        };
    }

    private @Nullable JsonNode filterItems(JsonNode array, String path, Visibility below, boolean visible) {
        var items = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < array.size(); index++) {
            var itemPath = path + "/" + index;
            var ownPath =
                    visibilities.at(itemPath).isPresent() || array.get(index).isContainer();
            var item = filter(array.get(index), ownPath ? itemPath : path, below);
            if (item != null) {
                items.add(item);
            }
        }
        return items.isEmpty() && !visible ? null : items;
    }

    private @Nullable JsonNode filterFields(JsonNode object, String path, Visibility below, boolean visible) {
        var fields = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> {
            var field = filter(value, path + "/" + name, below);
            if (field != null) {
                fields.set(name, field);
            }
        });
        return fields.isEmpty() && !visible ? null : fields;
    }
}
