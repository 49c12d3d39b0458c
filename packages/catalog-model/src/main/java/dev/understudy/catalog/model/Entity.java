// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity: a view over its JSON. The JSON is shared, not copied, and must not be changed by anyone once it is in here.
 * An entity need not be valid; a text that is missing, or is no text, reads as the empty string.
 *
 * <p>Backstage counterpart: {@code Entity}.
 *
 * @param json the whole entity
 */
public record Entity(ObjectNode json) {
    /** The namespace of entities that name none. */
    public static final String DEFAULT_NAMESPACE = "default";

    public Entity {
        requireNonNull(json, "json");
    }

    /** The specification format, such as {@code backstage.io/v1alpha1}. */
    public String apiVersion() {
        return text(json, "apiVersion");
    }

    /** The kind, in the case it was written in. */
    public String kind() {
        return text(json, "kind");
    }

    /** The {@code metadata} object; a missing node when there is none. */
    public JsonNode metadata() {
        return json.path("metadata");
    }

    /** The {@code spec} object; a missing node when there is none. */
    public JsonNode spec() {
        return json.path("spec");
    }

    /** The name, unique per kind and namespace. */
    public String name() {
        return text(metadata(), "name");
    }

    /** The namespace; {@link #DEFAULT_NAMESPACE} when none is named. */
    public String namespace() {
        var namespace = text(metadata(), "namespace");
        return namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace;
    }

    /** The value of an annotation. */
    public Optional<String> annotation(String name) {
        return textOf(metadata().path("annotations"), name);
    }

    /** The value of a label. */
    public Optional<String> label(String name) {
        return textOf(metadata().path("labels"), name);
    }

    /** The reference to this entity. */
    public EntityRef ref() {
        return new EntityRef(kind(), namespace(), name());
    }

    private static String text(JsonNode object, String field) {
        return textOf(object, field).orElse("");
    }

    private static Optional<String> textOf(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
