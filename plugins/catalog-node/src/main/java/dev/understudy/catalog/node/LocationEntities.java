// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.EntityRef;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.JsonNodeFactory;

/** Entities that stand for locations nobody named. Backstage counterpart: {@code locationSpecToLocationEntity}. */
public final class LocationEntities {
    private LocationEntities() {}

    /** The name of the entity that stands for a location. */
    public static String name(LocationSpec location) {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((location.type() + ":" + location.target()).getBytes(UTF_8));
            return "generated-" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The reference, in canonical form, to the entity that stands for a location. */
    public static String ref(LocationSpec location) {
        return new EntityRef("Location", Entity.DEFAULT_NAMESPACE, name(location)).stringify();
    }

    /** The entity for a location that is the start of a chain. */
    public static Entity create(LocationSpec location) {
        return create(location, name(location));
    }

    /** Like {@link #create(LocationSpec)}, with a name that was given to it before. */
    public static Entity create(LocationSpec location, String name) {
        var ref = location.stringify();
        return create(location, name, ref, ref);
    }

    /**
     * The entity for a location that was found while another entity was processed.
     *
     * @throws IllegalArgumentException if the parent does not tell where it comes from
     */
    public static Entity createChild(LocationSpec location, Entity parent) {
        return create(
                location,
                name(location),
                annotation(parent, EntityAnnotations.LOCATION, "a location annotation", location),
                annotation(parent, EntityAnnotations.ORIGIN_LOCATION, "an origin location annotation", location));
    }

    private static Entity create(LocationSpec location, String name, String ownLocation, String originLocation) {
        var nodes = JsonNodeFactory.instance;
        var annotations = nodes.objectNode()
                .put(EntityAnnotations.LOCATION, ownLocation)
                .put(EntityAnnotations.ORIGIN_LOCATION, originLocation);
        var spec = nodes.objectNode().put("type", location.type()).put("target", location.target());
        location.presence().ifPresent(presence -> spec.put("presence", presence.text()));
        var entity =
                nodes.objectNode().put("apiVersion", "backstage.io/v1alpha1").put("kind", "Location");
        entity.set("metadata", nodes.objectNode().put("name", name).set("annotations", annotations));
        entity.set("spec", spec);
        return new Entity(entity);
    }

    private static String annotation(Entity parent, String name, String description, LocationSpec location) {
        return parent.annotation(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Parent entity '" + parent.ref().stringify() + "' of location '" + location.stringify()
                                + "' does not have " + description));
    }
}
