// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.common.LocationSpec.Presence;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads locations that clients send. */
final class LocationInput {
    private static final Schema SCHEMA = schema();

    private LocationInput() {}

    static Schema schema() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("type", Schemas.string());
        shape.put("target", Schemas.string());
        shape.put(
                "presence", Schemas.optional(Schemas.union(Schemas.literal("required"), Schemas.literal("optional"))));
        return Schemas.strictObject(shape);
    }

    /** Checks the body of a request, and keeps what is known in its order. */
    static JsonNode parse(ValidRequest request) {
        return PostedBody.parse(request, SCHEMA);
    }

    /** The location that was checked. */
    static LocationSpec read(JsonNode location) {
        var presence = location.path("presence").asString("");
        return new LocationSpec(
                location.get("type").stringValue(),
                location.get("target").stringValue(),
                Stream.of(Presence.values())
                        .filter(known -> known.text().equals(presence))
                        .findFirst());
    }
}
