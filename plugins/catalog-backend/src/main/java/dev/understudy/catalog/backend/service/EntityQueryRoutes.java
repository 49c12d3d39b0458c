// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.query.EntityFields;
import dev.understudy.catalog.backend.query.FullTextFilter;
import dev.understudy.catalog.backend.query.OrderField;
import dev.understudy.catalog.backend.query.OrderParams;
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.catalog.backend.query.QueryCursor;
import dev.understudy.errors.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The endpoints that answer questions about entities page by page. */
final class EntityQueryRoutes {
    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    EntityQueryRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth, CatalogAudit audit) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        var event = AuditEvent.fetchingEntities("by-query");
        router.post("/entities/by-query", Operations.QUERY_ENTITIES.handledBy(audit.recording(event, this::byBody)))
                .get(
                        "/entities/by-query",
                        Operations.GET_ENTITIES_BY_QUERY.handledBy(audit.recording(event, this::byParameters)));
    }

    private HttpResponse byParameters(ValidRequest request, Map<String, Object> meta) {
        var fields = RequestFilters.fields(request);
        var limit = request.count("limit").orElse(QueryEntitiesRequest.DEFAULT_LIMIT);
        var given = request.text("cursor").map(QueryCursor::decode);
        if (given.isPresent()) {
            return answer(request, meta, given.get(), fields, limit, 0, false);
        }
        var text = new FullTextFilter(
                request.text("fullTextFilterTerm").orElse(""), request.commaList("fullTextFilterFields"));
        var cursor = QueryCursor.initial(
                RequestFilters.predicateOfParameters(request),
                OrderParams.parseOrderField(request.list("orderField")),
                Optional.of(text));
        var offset = request.count("offset").orElse(0);
        var countsTotal = !request.text("totalItems").equals(Optional.of("exclude"));
        return answer(request, meta, cursor, fields, limit, offset, countsTotal);
    }

    private HttpResponse byBody(ValidRequest request, Map<String, Object> meta) {
        var body = request.body();
        var given = body.path("cursor");
        if (given.isString() && given.stringValue().isEmpty()) {
            throw new InputException("Cursor cannot be empty");
        }
        var limit = number(body, "limit", QueryEntitiesRequest.DEFAULT_LIMIT);
        if (given.isString()) {
            var cursor = QueryCursor.decode(given.stringValue());
            return answer(request, meta, cursor, RequestFilters.fieldsOfBody(request), limit, 0, false);
        }
        var query = RequestFilters.predicateOfBody(request);
        var cursor = QueryCursor.initial(query, orderBy(body), fullTextFilter(body));
        var countsTotal = !body.path("totalItems").asString("").equals("exclude");
        var fields = RequestFilters.fieldsOfBody(request);
        return answer(request, meta, cursor, fields, limit, number(body, "offset", 0), countsTotal);
    }

    /** A count; the document allows any number, so fractions are cut off and negative numbers refused here. */
    private static long number(JsonNode body, String name, long otherwise) {
        if (!body.has(name)) {
            return otherwise;
        }
        var number = body.get(name).doubleValue();
        if (number < 0) {
            throw new InputException("Invalid " + name + ", must be zero or greater");
        }
        return Pagination.bounded(number);
    }

    private static List<OrderField> orderBy(JsonNode body) {
        return body.path("orderBy")
                .valueStream()
                .map(order -> new OrderField(
                        order.get("field").stringValue(),
                        order.get("order").stringValue().equals("desc")))
                .toList();
    }

    private static Optional<FullTextFilter> fullTextFilter(JsonNode body) {
        var filter = body.path("fullTextFilter");
        if (filter.isMissingNode()) {
            return Optional.empty();
        }
        var fields = filter.path("fields");
        return Optional.of(new FullTextFilter(
                filter.path("term").asString(""),
                fields.isArray() ? Optional.of(RequestFilters.texts(fields)) : Optional.empty()));
    }

    private HttpResponse answer(
            ValidRequest request,
            Map<String, Object> meta,
            QueryCursor cursor,
            Optional<EntityFields> fields,
            long limit,
            long offset,
            boolean countsTotal) {
        var credentials = httpAuth.credentials(request.http());
        var response = catalog.queryEntities(
                new QueryEntitiesRequest(credentials, cursor, cursor.filter(), limit, offset, countsTotal));
        var items = RequestFilters.select(response.items(), fields);
        var cursors = cursors(response);
        meta.put("totalItems", response.totalItems());
        meta.put("pageInfo", cursors);
        var json = new JsonOutput(items)
                .text("{\"items\":")
                .array(items)
                .text(",\"totalItems\":" + response.totalItems() + ",\"pageInfo\":{" + pageInfo(cursors) + "}}");
        return RequestFilters.answer(json, fields);
    }

    private static Map<String, String> cursors(QueryEntitiesResponse response) {
        var cursors = new LinkedHashMap<String, String>();
        response.nextCursor().ifPresent(cursor -> cursors.put("nextCursor", cursor.encode()));
        response.previousCursor().ifPresent(cursor -> cursors.put("prevCursor", cursor.encode()));
        return cursors;
    }

    private static String pageInfo(Map<String, String> cursors) {
        return cursors.entrySet().stream()
                .map(cursor -> "\"" + cursor.getKey() + "\":\"" + cursor.getValue() + "\"")
                .collect(Collectors.joining(","));
    }
}
