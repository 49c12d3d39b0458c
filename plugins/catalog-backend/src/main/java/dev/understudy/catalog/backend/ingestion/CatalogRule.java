// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.config.Config;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Allows some entities from some locations, or from all. */
record CatalogRule(List<EntityMatcher> allow, Optional<List<LocationMatcher>> locations) {
    static CatalogRule fromConfig(Config section) {
        return new CatalogRule(
                matchers(section.value("allow")),
                section.optionalConfigArray("locations")
                        .map(locations -> locations.stream()
                                .map(LocationMatcher::fromConfig)
                                .toList()));
    }

    private static List<EntityMatcher> matchers(JsonNode allow) {
        if (!allow.isArray()) {
            throw new InputException("Expected an array at 'catalog.rules[].allow'");
        }
        var matchers = new ArrayList<EntityMatcher>();
        allow.forEach(value -> matchers.add(EntityMatcher.of(value)));
        return List.copyOf(matchers);
    }

    boolean allows(Entity entity, LocationSpec location) {
        return locations
                        .map(list -> list.stream().anyMatch(matcher -> matcher.matches(location)))
                        .orElse(true)
                && allow.stream().anyMatch(matcher -> matcher.matches(entity));
    }
}
