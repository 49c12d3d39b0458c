// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.EntitySchemaValidator;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.errors.TypeException;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An entity that somebody wants checked, as if it came from a location. */
record EntityToValidate(Entity entity, String location) {
    private static final Schema BODY = schema();

    private static Schema schema() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("entity", Schemas.unknown());
        shape.put("location", Schemas.string());
        return Schemas.object(shape);
    }

    /**
     * @throws dev.understudy.errors.BackendException when something is wrong with the entity's envelope or the location
     */
    static EntityToValidate read(ValidRequest request) {
        var body = PostedBody.parse(request, BODY);
        var entity = body.path("entity");
        EntitySchemaValidator.ENVELOPE.check(entity);
        var location = body.get("location").stringValue();
        if (!LocationRef.parse(location).type().equals("url")) {
            throw new TypeException("Invalid location ref " + location
                    + ", only 'url:<target>' is supported, e.g. url:https://host/path");
        }
        return new EntityToValidate(new Entity((ObjectNode) entity), location);
    }

    /** The entity, annotated with the location unless it names another one. */
    Entity located() {
        var json = entity.json().deepCopy();
        var metadata = (ObjectNode) json.get("metadata");
        var annotations = metadata.objectNode()
                .put(EntityAnnotations.LOCATION, location)
                .put(EntityAnnotations.ORIGIN_LOCATION, location);
        addAll(annotations, metadata.path("annotations"));
        metadata.set("annotations", annotations);
        return new Entity(json);
    }

    private static void addAll(ObjectNode annotations, JsonNode own) {
        if (own.isArray()) {
            for (var index = 0; index < own.size(); index++) {
                annotations.set(String.valueOf(index), own.get(index));
            }
        } else {
            own.forEachEntry(annotations::set);
        }
    }
}
