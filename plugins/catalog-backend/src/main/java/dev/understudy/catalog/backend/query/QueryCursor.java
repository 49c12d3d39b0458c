// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static dev.understudy.types.schema.Schemas.array;

import dev.understudy.errors.InputException;
import dev.understudy.types.JavaScriptText;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question about entities and the place reached in its answers, in the form that clients carry from page to page; the
 * reference and this system continue each other's. Immutable. Backstage counterpart: {@code Cursor}.
 */
public final class QueryCursor {
    private final ObjectNode json;

    private QueryCursor(ObjectNode json) {
        this.json = json;
    }

    /** The start of a question. */
    public static QueryCursor initial(
            Optional<JsonNode> query, List<OrderField> orderFields, Optional<FullTextFilter> fullTextFilter) {
        var json = Json.mapper().createObjectNode();
        var orders = json.putArray("orderFields");
        orderFields.forEach(
                order -> orders.addObject().put("field", order.field()).put("order", order.order()));
        json.put("isPrevious", false);
        query.ifPresent(predicate -> json.set("query", predicate));
        fullTextFilter.ifPresent(filter -> {
            var text = json.putObject("fullTextFilter").put("term", filter.term());
            filter.fields().ifPresent(fields -> fields.forEach(text.putArray("fields")::add));
        });
        return new QueryCursor(json);
    }

    /**
     * Reads a cursor that a client sent.
     *
     * @throws InputException when it is none
     */
    public static QueryCursor decode(String encoded) {
        return new QueryCursor(CursorText.parse(encoded));
    }

    public String encode() {
        return CursorText.write(json);
    }

    /** The cursor of a neighbouring page, which starts beside these values of the sort field and entity id. */
    public QueryCursor at(
            List<@Nullable String> values, List<@Nullable String> firstValues, boolean isPrevious, long totalItems) {
        var neighbour = json.deepCopy();
        setAll(neighbour, "orderFieldValues", values);
        setAll(neighbour, "firstSortFieldValues", firstValues);
        neighbour.put("isPrevious", isPrevious);
        neighbour.put("totalItems", totalItems);
        return new QueryCursor(neighbour);
    }

    private static void setAll(ObjectNode json, String key, List<@Nullable String> values) {
        var array = json.putArray(key);
        values.forEach(array::add);
    }

    /** The field to sort by; empty to sort by the entities' ids. */
    public Optional<OrderField> sortField() {
        return json.path("orderFields")
                .valueStream()
                .findFirst()
                .map(order -> new OrderField(
                        order.path("field").stringValue(),
                        order.path("order").stringValue().equals("desc")));
    }

    /** How many fields the client wanted to sort by. */
    public int sortFieldCount() {
        return json.path("orderFields").size();
    }

    public boolean isPrevious() {
        return json.path("isPrevious").booleanValue();
    }

    /** What the client asks for.
     *
     * @throws InputException when entities cannot be filtered so
     */
    public EntityFilter filter() {
        var query = json.has("query") ? PredicateReader.read(json.get("query")) : EntityFilter.everything();
        return json.has("filter") ? EntityFilter.and(LegacyFilter.read(json.get("filter")), query) : query;
    }

    /** The text to look for, trimmed, and where; empty when there is none. */
    public Optional<FullTextFilter> fullTextFilter() {
        var filter = json.path("fullTextFilter");
        var term = JavaScriptText.trim(filter.path("term").asString(""));
        if (term.isEmpty()) {
            return Optional.empty();
        }
        var fields = filter.has("fields")
                ? Optional.of(filter.get("fields")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList())
                : Optional.<List<String>>empty();
        return Optional.of(new FullTextFilter(term, fields));
    }

    /** Where the last page ended; empty at the start. */
    public List<@Nullable String> orderFieldValues() {
        return values("orderFieldValues");
    }

    /** Where the first page began; empty on the first page itself. */
    public Optional<List<@Nullable String>> firstSortFieldValues() {
        return json.has("firstSortFieldValues") ? Optional.of(values("firstSortFieldValues")) : Optional.empty();
    }

    private List<@Nullable String> values(String key) {
        return json.path(key)
                .valueStream()
                .<@Nullable String>map(value -> value.isNull() ? null : value.stringValue())
                .toList();
    }

    /** How many entities the first page counted. */
    public OptionalLong totalItems() {
        var total = json.path("totalItems");
        return total.isNumber() ? OptionalLong.of((long) total.doubleValue()) : OptionalLong.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryCursor cursor && json.equals(cursor.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
