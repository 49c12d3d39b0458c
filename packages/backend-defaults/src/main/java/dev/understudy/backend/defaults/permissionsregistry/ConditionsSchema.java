// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import static dev.understudy.types.schema.Schemas.array;
import static dev.understudy.types.schema.Schemas.lazy;
import static dev.understudy.types.schema.Schemas.nonEmptyArray;
import static dev.understudy.types.schema.Schemas.object;
import static dev.understudy.types.schema.Schemas.optional;
import static dev.understudy.types.schema.Schemas.record;
import static dev.understudy.types.schema.Schemas.string;
import static dev.understudy.types.schema.Schemas.union;
import static dev.understudy.types.schema.Schemas.unknown;

import dev.understudy.types.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What questions about conditions look like. */
final class ConditionsSchema {
    private static final Schema CRITERIA = lazy(() -> ConditionsSchema.ONE_OF_FOUR);
    private static final Schema ONE_OF_FOUR = criteria();
    static final Schema REQUEST = object(Map.of("items", array(item())));

    private ConditionsSchema() {}

    private static Schema item() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("id", string());
        shape.put("resourceRef", union(string(), nonEmptyArray(string())));
        shape.put("resourceType", string());
        shape.put("conditions", CRITERIA);
        return object(shape);
    }

    private static Schema criteria() {
        return union(
                object(Map.of("anyOf", nonEmptyArray(CRITERIA))),
                object(Map.of("allOf", nonEmptyArray(CRITERIA))),
                object(Map.of("not", CRITERIA)),
                condition());
    }

    private static Schema condition() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("rule", string());
        shape.put("resourceType", string());
        shape.put("params", optional(record(string(), unknown())));
        return object(shape);
    }
}
