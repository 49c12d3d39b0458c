// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.errors.InputException;
import dev.understudy.types.JavaScriptText;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The choice of an entity's fields that a client wants. Immutable. Backstage counterpart: {@code
 * parseEntityTransformParams}.
 */
public final class EntityFields {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,6}");

    private final List<String> fields;
    private final List<List<String>> paths;

    private EntityFields(Collection<String> fields) {
        this.fields = List.copyOf(fields);
        this.paths =
                fields.stream().map(field -> List.of(field.split("\\.", -1))).toList();
    }

    /**
     * Reads lists of dotted paths; empty when none is named, and whole entities are wanted.
     *
     * @throws InputException when a path reaches into an array
     */
    public static Optional<EntityFields> parse(List<String> lists) {
        var fields = new LinkedHashSet<String>();
        lists.stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(JavaScriptText::trim)
                .filter(field -> !field.isEmpty())
                .forEach(fields::add);
        for (var field : fields) {
            if (field.contains("[")) {
                throw new InputException("Invalid field \"" + field + "\", array type fields are not supported");
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new EntityFields(fields));
    }

    /** The wanted part of an entity, both as JSON text in UTF-8. */
    public byte[] select(byte[] entity) {
        return select(PartialEntity.read(entity, fields));
    }

    byte[] select(JsonNode entity) {
        var output = Json.mapper().createObjectNode();
        for (var path : paths) {
            copy(entity, output, path);
        }
        return Json.stringify(output).getBytes(UTF_8);
    }

    /** Follows a path; a part that leads nowhere is tried again together with the next, as keys may hold dots. */
    private static void copy(JsonNode input, ObjectNode output, List<String> parts) {
        var path = new ArrayList<String>();
        var at = input;
        @Nullable String pending = null;
        for (var part : parts) {
            var key = pending == null ? part : pending + "." + part;
            var next = child(at, key);
            if (next.isMissingNode()) {
                pending = key;
            } else {
                path.add(key);
                at = next;
                pending = null;
            }
        }
        if (pending == null) {
            set(output, path, at);
        }
    }

    private static JsonNode child(JsonNode parent, String key) {
        return parent.isArray() && isIndex(key) ? parent.path(Integer.parseInt(key)) : parent.path(key);
    }

    private static boolean isIndex(String key) {
        return INDEX.matcher(key).matches();
    }

    private static void set(ObjectNode output, List<String> path, JsonNode value) {
        JsonNode at = output;
        for (var step = 0; step < path.size() - 1; step++) {
            var next = child(at, path.get(step));
            if (!next.isContainer()) {
                next = isIndex(path.get(step + 1))
                        ? Json.mapper().createArrayNode()
                        : Json.mapper().createObjectNode();
                put(at, path.get(step), next);
            }
            at = next;
        }
        put(at, path.getLast(), value);
    }

    private static void put(JsonNode parent, String key, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            var index = Integer.parseInt(key);
            while (array.size() <= index) {
                array.addNull();
            }
            array.set(index, value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }
}
