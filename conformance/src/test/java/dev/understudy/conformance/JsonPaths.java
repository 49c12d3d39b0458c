// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes the places of a JSON tree that a dotted path names; {@code *} stands for every key or index. */
final class JsonPaths {
    private JsonPaths() {}

    static void ignore(JsonNode tree, String path) {
        change(tree, List.of(path.split("\\.", -1)), _ -> JsonNodeFactory.instance.stringNode("<ignored>"));
    }

    static JsonNode sort(JsonNode tree, String path) {
        if (path.isEmpty()) {
            return sorted(tree);
        }
        change(tree, List.of(path.split("\\.", -1)), JsonPaths::sorted);
        return tree;
    }

    static String textAt(JsonNode tree, String path) {
        var node = tree;
        for (var key : path.split("\\.", -1)) {
            node = node.path(key);
        }
        return node.asString("");
    }

    private static void change(JsonNode node, List<String> path, UnaryOperator<JsonNode> change) {
        var rest = path.subList(1, path.size());
        for (var key : keys(node, path.getFirst())) {
            var child = node instanceof ArrayNode array ? array.get(Integer.parseInt(key)) : node.get(key);
            if (!rest.isEmpty()) {
                change(child, rest, change);
            } else if (node instanceof ObjectNode object) {
                object.set(key, change.apply(child));
            } else if (node instanceof ArrayNode array) {
                array.set(Integer.parseInt(key), change.apply(child));
            }
        }
    }

    private static List<String> keys(JsonNode node, String key) {
        if (node instanceof ObjectNode object) {
            return key.equals("*") ? List.copyOf(object.propertyNames()) : object.has(key) ? List.of(key) : List.of();
        }
        if (node instanceof ArrayNode array && key.equals("*")) {
            var indexes = new ArrayList<String>();
            for (int i = 0; i < array.size(); i++) {
                indexes.add(Integer.toString(i));
            }
            return indexes;
        }
        return List.of();
    }

    private static JsonNode sorted(JsonNode node) {
        if (!(node instanceof ArrayNode array)) {
            return node;
        }
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        items.sort(Comparator.comparing(JsonPaths::canonical));
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    private static String canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var text = new StringBuilder("{");
            object.propertyNames().stream()
                    .sorted()
                    .forEach(key -> text.append(key)
                            .append(':')
                            .append(canonical(object.get(key)))
                            .append(','));
            return text.append('}').toString();
        }
        if (node instanceof ArrayNode array) {
            var text = new StringBuilder("[");
            array.forEach(item -> text.append(canonical(item)).append(','));
            return text.append(']').toString();
        }
        return node.toString();
    }
}
