// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A page in Markdown with every key that a schema knows. Elements of lists are {@code []}, freely chosen names are {@code <name>}. */
final class SchemaReference {
    private static final List<String> COMBINATIONS = List.of("allOf", "anyOf", "oneOf");

    private final JsonNode root;
    private final Map<String, List<JsonNode>> found = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private SchemaReference(JsonNode root) {
        this.root = root;
    }

    static String markdown(JsonNode root) {
        var reference = new SchemaReference(root);
        reference.walk(root, "", List.of());
        return reference.found.entrySet().stream()
                .map(entry -> reference.line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    /**
     * @param followed the references that led here, none of which is followed again
     */
    private void walk(JsonNode schema, String path, List<String> followed) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty() && !followed.contains(reference)) {
            walk(
                    root.at(JsonPointer.compile(reference.substring(1))),
                    path,
                    Stream.concat(followed.stream(), Stream.of(reference)).toList());
        }
        if (!path.isEmpty()) {
            found.computeIfAbsent(path, _ -> new ArrayList<>()).add(schema);
        }
        COMBINATIONS.forEach(keyword -> schema.path(keyword).forEach(part -> walk(part, path, followed)));
        var front = path.isEmpty() ? "" : path + ".";
        schema.path("required").forEach(name -> required.add(front + name.asString()));
        schema.path("properties").forEachEntry((name, part) -> walk(part, front + name, followed));
        schema.path("patternProperties").forEachEntry((_, part) -> walk(part, front + "<name>", followed));
        if (schema.path("additionalProperties").isObject()) {
            walk(schema.get("additionalProperties"), front + "<name>", followed);
        }
        if (schema.path("items").isObject()) {
            walk(schema.get("items"), path + "[]", followed);
        }
    }

    private String line(String path, List<JsonNode> schemas) {
        var heading = path.matches("[^.\\[]+") ? "\n## " + path + "\n\n" : "";
        var words = new ArrayList<>(types(schemas));
        if (required.contains(path)) {
            words.add("required");
        }
        texts(schemas, "visibility").filter(text -> !text.equals("backend")).forEach(words::add);
        texts(schemas, "deepVisibility").map(text -> text + " with all below").forEach(words::add);
        texts(schemas, "default").map(text -> "default " + text).forEach(words::add);
        texts(schemas, "deprecated").map(text -> "deprecated: " + text).forEach(words::add);
        var about = texts(schemas, "description").findFirst().map(text -> ": " + text);
        return heading + "- `" + path + "`" + (words.isEmpty() ? "" : " (" + String.join(", ", words) + ")")
                + about.orElse("") + "\n";
    }

    private static List<String> types(List<JsonNode> schemas) {
        return schemas.stream().flatMap(SchemaReference::types).distinct().toList();
    }

    private static Stream<String> types(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").valueStream().map(value -> "`" + value.asString() + "`");
        }
        if (schema.has("const")) {
            return Stream.of("`" + schema.get("const").asString() + "`");
        }
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString)
                : Stream.of(type.asString("")).filter(text -> !text.isEmpty());
    }

    private static Stream<String> texts(List<JsonNode> schemas, String keyword) {
        return schemas.stream()
                .map(schema -> schema.path(keyword).asString(""))
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .distinct();
    }
}
