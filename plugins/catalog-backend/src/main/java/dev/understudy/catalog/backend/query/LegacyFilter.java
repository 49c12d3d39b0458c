// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The older JSON form of a filter, which cursors may still carry. Backstage counterpart: {@code EntityFilter}. */
final class LegacyFilter {
    private static final Schema SCHEMA = Schemas.lazy(LegacyFilter::filter);
    private static final Schema FILTER = filterSchema();

    private LegacyFilter() {}

    private static Schema filterSchema() {
        var condition = new LinkedHashMap<String, Schema>();
        condition.put("key", Schemas.string());
        condition.put("values", Schemas.optional(Schemas.array(Schemas.string())));
        var orNot = Schemas.union(Schemas.object(condition), Schemas.object(Map.of("not", SCHEMA)));
        var orAnyOf = Schemas.union(orNot, Schemas.object(Map.of("anyOf", Schemas.array(SCHEMA))));
        return Schemas.union(orAnyOf, Schemas.object(Map.of("allOf", Schemas.array(SCHEMA))));
    }

    private static Schema filter() {
        return FILTER;
    }

    static Schema schema() {
        return SCHEMA;
    }

    static EntityFilter read(JsonNode filter) {
        if (filter.has("key")) {
            var key = PredicateReader.lower(filter.get("key").stringValue());
            return filter.has("values")
                    ? new EntityFilter.OneOf(key, values(filter.get("values")))
                    : new EntityFilter.Exists(key);
        }
        if (filter.has("not")) {
            return new EntityFilter.Not(read(filter.get("not")));
        }
        return filter.has("anyOf")
                ? new EntityFilter.Any(each(filter.get("anyOf")))
                : new EntityFilter.All(each(filter.get("allOf")));
    }

    private static List<EntityFilter> each(JsonNode filters) {
        return filters.valueStream().map(LegacyFilter::read).toList();
    }

    private static List<String> values(JsonNode values) {
        return values.valueStream()
                .map(value -> PredicateReader.lower(value.stringValue()))
                .toList();
    }
}
