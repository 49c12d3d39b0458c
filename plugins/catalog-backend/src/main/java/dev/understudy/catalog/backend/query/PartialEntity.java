// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads of an entity's text no more than what dotted paths may lead to, and nothing after the last of them. */
final class PartialEntity {
    private static final ObjectReader TREES =
            Json.mapper().readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser parser;
    private int sought;

    private PartialEntity(JsonParser parser, int sought) {
        this.parser = parser;
        this.sought = sought;
    }

    static JsonNode read(byte[] entity, List<String> paths) {
        try (var parser = Json.mapper().createParser(entity)) {
            parser.nextToken();
            return new PartialEntity(parser, paths.size()).object(paths, true);
        }
    }

    /**
     * @param isDirect whether each part of the paths has been a key of its own so far; where one could be, it counts
     */
    private ObjectNode object(List<String> paths, boolean isDirect) {
        var object = Json.mapper().createObjectNode();
        while (sought > 0 && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            parser.nextToken();
            member(object, key, paths, isDirect && key.indexOf('.') < 0);
        }
        return object;
    }

    private void member(ObjectNode object, String key, List<String> paths, boolean isDirect) {
        var below = below(key, paths);
        if (paths.contains(key)) {
            object.set(key, value());
            sought -= isDirect ? 1 + below.size() : 0;
        } else if (below.isEmpty()) {
            parser.skipChildren();
        } else {
            object.set(key, parser.currentToken() == JsonToken.START_OBJECT ? object(below, isDirect) : value());
        }
    }

    private JsonNode value() {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? StringNode.valueOf(parser.getString())
                : TREES.readTree(parser);
    }

    /** What is left of the paths that lead through a key. */
    private static List<String> below(String key, List<String> paths) {
        List<String> below = List.of();
        for (var path : paths) {
            if (path.length() > key.length() && path.charAt(key.length()) == '.' && path.startsWith(key)) {
                below = below.isEmpty() ? new ArrayList<>() : below;
                below.add(path.substring(key.length() + 1));
            }
        }
        return below;
    }
}
