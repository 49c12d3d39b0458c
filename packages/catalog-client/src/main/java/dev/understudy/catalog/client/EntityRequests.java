// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.types.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions about entities as the catalog wants them. */
final class EntityRequests {
    private static final int MAXIMUM_REFS_PER_CHUNK = 1000;
    private static final int MAXIMUM_CHUNK_LENGTH = 90 * 1024;
    private static final int EXTRA_LENGTH_PER_REF = 3;

    private EntityRequests() {}

    static String list(GetEntitiesRequest request) {
        var query = new QueryString().addList("fields", request.fields());
        request.limit().ifPresent(limit -> query.add("limit", "" + limit));
        query.addEach("filter", FilterForms.parameters(request.filter()));
        request.offset().ifPresent(offset -> query.add("offset", "" + offset));
        request.after().ifPresent(after -> query.add("after", after));
        request.order().forEach(order -> query.add("order", order.order() + ":" + order.field()));
        return "/entities" + query;
    }

    /** The query string of a page that is asked for without a predicate. */
    static String page(QueryEntitiesRequest request) {
        var query = new QueryString().addList("fields", request.fields());
        request.limit().ifPresent(limit -> query.add("limit", "" + limit));
        switch (request) {
            case QueryEntitiesRequest.Continued continued -> query.add("cursor", continued.cursor());
            case QueryEntitiesRequest.Initial initial -> addQuestion(query, initial);
        }
        return "/entities/by-query" + query;
    }

    private static void addQuestion(QueryString query, QueryEntitiesRequest.Initial request) {
        request.offset().ifPresent(offset -> query.add("offset", "" + offset));
        request.orderFields().forEach(order -> query.add("orderField", order.field() + "," + order.order()));
        query.addEach("filter", FilterForms.parameters(request.filter()));
        request.totalItems().ifPresent(choice -> query.add("totalItems", choice.text()));
        request.fullTextFilter().ifPresent(text -> {
            var term = text.term().strip();
            if (!term.isEmpty()) {
                query.add("fullTextFilterTerm", term);
            }
            query.addList("fullTextFilterFields", text.fields());
        });
    }

    /** Whether a page has to be asked for with a body, as its question has a predicate. */
    static boolean needsBody(QueryEntitiesRequest request) {
        return switch (request) {
            case QueryEntitiesRequest.Initial initial -> initial.query().isPresent();
            case QueryEntitiesRequest.Continued continued -> hasPredicate(continued.cursor());
        };
    }

    private static boolean hasPredicate(String cursor) {
        try {
            var decoded = new String(Base64.getDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
            return Json.mapper().readTree(decoded).has("query");
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return false;
        }
    }

    /** The body of a page that is asked for with a predicate. */
    static ObjectNode body(QueryEntitiesRequest request) {
        var body = Json.mapper().createObjectNode();
        switch (request) {
            case QueryEntitiesRequest.Continued continued -> body.put("cursor", continued.cursor());
            case QueryEntitiesRequest.Initial initial -> addQuestion(body, initial);
        }
        request.limit().ifPresent(limit -> body.put("limit", limit));
        addFields(body, request.fields());
        return body;
    }

    private static void addQuestion(ObjectNode body, QueryEntitiesRequest.Initial request) {
        FilterForms.predicate(request.query(), request.filter()).ifPresent(query -> body.set("query", query));
        request.offset().ifPresent(offset -> body.put("offset", offset));
        if (!request.orderFields().isEmpty()) {
            var orders = body.putArray("orderBy");
            request.orderFields()
                    .forEach(order ->
                            orders.addObject().put("field", order.field()).put("order", order.order()));
        }
        request.fullTextFilter().ifPresent(text -> {
            var filter = body.putObject("fullTextFilter").put("term", text.term());
            addFields(filter, text.fields());
        });
        request.totalItems().ifPresent(choice -> body.put("totalItems", choice.text()));
    }

    static ObjectNode byRefs(List<String> refs, List<String> fields, Optional<JsonNode> predicate) {
        var body = Json.mapper().createObjectNode();
        refs.forEach(body.putArray("entityRefs")::add);
        addFields(body, fields);
        predicate.ifPresent(query -> body.set("query", query));
        return body;
    }

    private static void addFields(ObjectNode body, List<String> fields) {
        if (!fields.isEmpty()) {
            fields.forEach(body.putArray("fields")::add);
        }
    }

    /** Cuts a list of references into parts that stay within the catalog's limit for bodies. */
    static List<List<String>> chunks(List<String> refs) {
        var chunks = new ArrayList<List<String>>();
        var start = 0;
        var length = 0;
        for (var index = 0; index < refs.size(); index++) {
            var added = refs.get(index).length() + EXTRA_LENGTH_PER_REF;
            if (index > start && (length + added > MAXIMUM_CHUNK_LENGTH || index - start == MAXIMUM_REFS_PER_CHUNK)) {
                chunks.add(refs.subList(start, index));
                start = index;
                length = 0;
            }
            length += added;
        }
        if (start < refs.size()) {
            chunks.add(refs.subList(start, refs.size()));
        }
        return chunks;
    }
}
