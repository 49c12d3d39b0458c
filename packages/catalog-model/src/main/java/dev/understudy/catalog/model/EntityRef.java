// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * The name of an entity, in the case it was written in. References are the same when their {@link #stringify()} is.
 *
 * <p>Backstage counterpart: {@code CompoundEntityRef}, {@code parseEntityRef} and {@code stringifyEntityRef}.
 *
 * @param kind the kind, not empty in a parsed reference
 * @param namespace the namespace, not empty in a parsed reference
 * @param name the name, not empty in a parsed reference
 */
public record EntityRef(String kind, String namespace, String name) {
    public EntityRef {
        requireNonNull(kind, "kind");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
    }

    /** The reference to an entity. */
    public static EntityRef of(Entity entity) {
        return entity.ref();
    }

    /** Parses {@code kind:[namespace/]name}; as {@link #parse(String, EntityRefContext)} without a default kind. */
    public static EntityRef parse(String ref) {
        return parse(ref, EntityRefContext.NONE);
    }

    /**
     * Parses {@code [kind:][namespace/]name}.
     *
     * @throws dev.understudy.errors.TypeException if a part is there but empty
     * @throws IllegalArgumentException if the reference is empty or has no kind
     */
    public static EntityRef parse(String ref, EntityRefContext context) {
        return EntityRefParser.parse(ref, context);
    }

    /**
     * Parses a reference from a document: a text, or an object with {@code kind}, {@code namespace} and {@code name}.
     *
     * @throws dev.understudy.errors.TypeException if a part of a text is there but empty, or a part of an object is no text
     * @throws IllegalArgumentException if the reference is empty or has no kind or name
     */
    public static EntityRef parse(JsonNode ref, EntityRefContext context) {
        return ref.isString()
                ? EntityRefParser.parse(ref.stringValue(), context)
                : EntityRefParser.parseObject(ref, context);
    }

    /** The canonical form, {@code kind:namespace/name} in lower case. */
    public String stringify() {
        return lowerCase(kind) + ":" + lowerCase(namespace) + "/" + lowerCase(name);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
