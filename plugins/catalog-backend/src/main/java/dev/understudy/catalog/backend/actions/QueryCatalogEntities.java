// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.client.EntityOrder;
import dev.understudy.catalog.client.FullTextFilter;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.client.QueryEntitiesResponse;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Answers with a page of entities. */
record QueryCatalogEntities(CatalogService catalog) implements ActionFunction {
    @Override
    public Optional<JsonNode> run(ActionContext context) {
        return Optional.of(output(catalog.as(context.credentials()).queryEntities(request(context.input()))));
    }

    private static QueryEntitiesRequest request(JsonNode input) {
        var cursor = input.path("cursor").asString("");
        if (cursor.isEmpty()) {
            return question(input);
        }
        var page = QueryEntitiesRequest.cursor(cursor).withFields(texts(input.path("fields")));
        return input.has("limit") ? page.withLimit(input.get("limit").intValue()) : page;
    }

    private static QueryEntitiesRequest question(JsonNode input) {
        var request = QueryEntitiesRequest.initial()
                .withFields(texts(input.path("fields")).toArray(String[]::new))
                .withOrderFields(orders(input.path("orderFields")));
        request = Json.isTruthy(input.path("query")) ? request.withQuery(input.get("query")) : request;
        request = input.has("limit") ? request.withLimit(input.get("limit").intValue()) : request;
        request = input.has("offset") ? request.withOffset(input.get("offset").intValue()) : request;
        return input.has("fullTextFilter") ? request.withFullTextFilter(text(input.get("fullTextFilter"))) : request;
    }

    private static EntityOrder[] orders(JsonNode orders) {
        var all = orders.isObject() ? Stream.of(orders) : orders.valueStream();
        return all.map(order -> new EntityOrder(
                        order.path("field").stringValue(),
                        order.path("order").stringValue().equals("desc")))
                .toArray(EntityOrder[]::new);
    }

    private static FullTextFilter text(JsonNode filter) {
        return new FullTextFilter(filter.path("term").stringValue(), texts(filter.path("fields")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static JsonNode output(QueryEntitiesResponse page) {
        var output = Json.mapper().createObjectNode();
        var items = output.putArray("items");
        page.items().forEach(entity -> items.add(entity.json()));
        output.put("totalItems", page.totalItems());
        var next = page.pageInfo().nextCursor();
        output.put("hasMoreEntities", next.isPresent());
        next.ifPresent(cursor -> output.put("nextPageCursor", cursor));
        return output;
    }
}
