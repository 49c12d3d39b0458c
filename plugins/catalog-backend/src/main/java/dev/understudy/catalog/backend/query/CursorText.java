// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static dev.understudy.types.schema.Schemas.array;
import static dev.understudy.types.schema.Schemas.bool;
import static dev.understudy.types.schema.Schemas.enumeration;
import static dev.understudy.types.schema.Schemas.nullValue;
import static dev.understudy.types.schema.Schemas.number;
import static dev.understudy.types.schema.Schemas.object;
import static dev.understudy.types.schema.Schemas.optional;
import static dev.understudy.types.schema.Schemas.string;
import static dev.understudy.types.schema.Schemas.union;

import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.SchemaException;
import java.util.LinkedHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The text of cursors: JSON in base64, in which only a schema can be trusted. */
final class CursorText {
    private static final Schema SORT_VALUES = array(union(string(), nullValue()));
    private static final Schema SCHEMA = cursorSchema();

    private CursorText() {}

    private static Schema cursorSchema() {
        var orderField = new LinkedHashMap<String, Schema>();
        orderField.put("field", string());
        orderField.put("order", enumeration("asc", "desc"));
        var fullTextFilter = new LinkedHashMap<String, Schema>();
        fullTextFilter.put("term", string());
        fullTextFilter.put("fields", optional(array(string())));
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("orderFields", array(object(orderField)));
        shape.put("fullTextFilter", optional(object(fullTextFilter)));
        shape.put("orderFieldValues", SORT_VALUES);
        shape.put("filter", optional(LegacyFilter.schema()));
        shape.put("isPrevious", bool());
        shape.put("query", optional(FilterPredicate.schema()));
        shape.put("firstSortFieldValues", optional(SORT_VALUES));
        shape.put("totalItems", optional(number()));
        return object(shape);
    }

    static String write(ObjectNode cursor) {
        return LenientBase64.encode(Json.stringify(cursor));
    }

    /** The cursor, what every one has coming first. */
    static ObjectNode parse(String text) {
        try {
            var parsed = SCHEMA.parse(FilterPredicate.requireShallow(JsonText.parseBase64(text)));
            var cursor = Json.mapper().createObjectNode();
            cursor.set("orderFields", parsed.get("orderFields"));
            cursor.set("isPrevious", parsed.get("isPrevious"));
            return cursor.setAll((ObjectNode) parsed);
        } catch (JsonText.SyntaxException malformed) {
            throw new InputException("Malformed cursor: SyntaxError: " + malformed.getMessage());
        } catch (SchemaException unfit) {
            throw new InputException("Malformed cursor: InputError: Malformed cursor: " + unfit.getMessage());
        }
    }
}
