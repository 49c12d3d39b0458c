// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.InputException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Matches entities by their kind, and perhaps their type. */
record EntityMatcher(String kind, Optional<String> specType) {
    static EntityMatcher ofKind(String kind) {
        return new EntityMatcher(kind, Optional.empty());
    }

    static EntityMatcher of(JsonNode value) {
        if (value.isString()) {
            return ofKind(value.stringValue());
        }
        var kind = value.path("kind");
        var type = value.path("spec.type");
        if (!kind.isString() || !(type.isMissingNode() || type.isString())) {
            throw new InputException("Expected a kind, or an object with the texts 'kind' and 'spec.type',"
                    + " at 'catalog.rules[].allow'");
        }
        return new EntityMatcher(
                kind.stringValue(), type.isString() ? Optional.of(type.stringValue()) : Optional.empty());
    }

    boolean matches(Entity entity) {
        return entity.kind().equalsIgnoreCase(kind)
                && specType.filter(type -> !type.isEmpty())
                        .map(type -> matchesType(entity, type))
                        .orElse(true);
    }

    private static boolean matchesType(Entity entity, String type) {
        var actual = entity.spec().path("type");
        return actual.isString() && actual.stringValue().equalsIgnoreCase(type);
    }
}
