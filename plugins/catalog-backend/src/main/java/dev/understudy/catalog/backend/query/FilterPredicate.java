// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.errors.InputException;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.SchemaRules;
import dev.understudy.types.schema.Schemas;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The JSON form of a filter, as clients post it and cursors carry it. Backstage counterpart: filter-predicates. */
public final class FilterPredicate {
    /** No real filter is deeper; what is could exhaust the stack. */
    private static final int MAXIMUM_DEPTH = 200;

    private static final Schema PRIMITIVE = Schemas.union(Schemas.string(), Schemas.number(), Schemas.bool());
    private static final Pattern FIELD = Pattern.compile("\\A(?:[^$\\n\\r][^\\n\\r\\u2028\\u2029]*)?\\z");
    private static final Pattern OPERATOR = Pattern.compile("\\A\\$");
    private static final Schema SCHEMA = Schemas.lazy(FilterPredicate::predicate);
    private static final Schema VALUE = Schemas.union(
            PRIMITIVE,
            Schemas.object(Map.of("$exists", Schemas.bool())),
            Schemas.object(Map.of("$in", Schemas.array(PRIMITIVE))),
            Schemas.object(Map.of("$contains", SCHEMA)),
            Schemas.object(Map.of("$hasPrefix", Schemas.string())));
    private static final Schema EXPRESSION = Schemas.union(
            Schemas.record(SchemaRules.pattern(FIELD, Schemas.string()), VALUE),
            Schemas.record(SchemaRules.pattern(OPERATOR, Schemas.string()), Schemas.never()));
    private static final Schema PREDICATE = Schemas.union(
            EXPRESSION,
            PRIMITIVE,
            Schemas.strictObject(Map.of("$all", Schemas.array(SCHEMA))),
            Schemas.strictObject(Map.of("$any", Schemas.array(SCHEMA))),
            Schemas.strictObject(Map.of("$not", SCHEMA)));

    private static final Schema BODY = Schemas.object(Map.of("query", SCHEMA));

    private FilterPredicate() {}

    /** What a predicate must look like. */
    public static Schema schema() {
        return SCHEMA;
    }

    /** What a body with a {@code query} in it must look like. */
    public static Schema bodySchema() {
        return BODY;
    }

    private static Schema predicate() {
        return PREDICATE;
    }

    /**
     * Refuses JSON that is nested deeper than any filter is.
     *
     * @throws InputException when it is
     */
    public static JsonNode requireShallow(JsonNode json) {
        if (isDeeperThan(json, MAXIMUM_DEPTH)) {
            throw new InputException("Invalid filter predicate: nested more than " + MAXIMUM_DEPTH + " levels deep");
        }
        return json;
    }

    private static boolean isDeeperThan(JsonNode json, int levels) {
        if (levels == 0) {
            return true;
        }
        for (var child : json) {
            if (isDeeperThan(child, levels - 1)) {
                return true;
            }
        }
        return false;
    }
}
