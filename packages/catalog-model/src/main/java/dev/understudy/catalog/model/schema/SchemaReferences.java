// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What the references of a document mean: JSON pointers into the document itself, and names that places in it have. */
final class SchemaReferences {
    private final JsonNode document;
    private final boolean areFollowed;
    private final Map<String, ReferencedSchema> known = new HashMap<>();

    private SchemaReferences(JsonNode document, boolean areFollowed) {
        this.document = document;
        this.areFollowed = areFollowed;
    }

    static SchemaReferences in(JsonNode document) {
        return new SchemaReferences(document, true);
    }

    /** For documents of which only the form counts. */
    static SchemaReferences ignoredIn(JsonNode document) {
        return new SchemaReferences(document, false);
    }

    /**
     * The schema that a reference means; empty when there is none.
     *
     * @param read reads a schema that was not referred to before
     */
    Optional<Keyword> resolve(String reference, Function<JsonNode, JsonSchema> read) {
        if (!areFollowed) {
            return Optional.of((_, _) -> {});
        }
        var found = known.get(reference);
        if (found != null) {
            return Optional.of(found);
        }
        return target(reference).map(target -> {
            var schema = new ReferencedSchema();
            known.put(reference, schema);
            schema.resolve(read.apply(target));
            return schema;
        });
    }

    private Optional<JsonNode> target(String reference) {
        if (reference.startsWith("#/")) {
            return Optional.of(document.at(pointer(reference))).filter(target -> !target.isMissingNode());
        }
        return document.findParents("$id").stream()
                .filter(named -> reference.startsWith("#")
                        && named.get("$id").asString("").equals(reference))
                .findFirst();
    }

    private static String pointer(String reference) {
        return URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
