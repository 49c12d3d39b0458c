// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.query.EntityFields;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.EntityFilterParams;
import dev.understudy.catalog.backend.query.FilterPredicate;
import dev.understudy.catalog.backend.query.PredicateReader;
import dev.understudy.errors.InputException;
import dev.understudy.types.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the filters and fields that several endpoints take. */
final class RequestFilters {
    private RequestFilters() {}

    static Optional<JsonNode> predicateOfParameters(ValidRequest request) {
        return EntityFilterParams.parse(request.list("filter"));
    }

    static EntityFilter ofParameters(ValidRequest request) {
        return read(predicateOfParameters(request));
    }

    static EntityFilter read(Optional<JsonNode> predicate) {
        return predicate.map(PredicateReader::read).orElseGet(EntityFilter::everything);
    }

    /** The posted {@code query}; empty when there is none. */
    static Optional<JsonNode> predicateOfBody(ValidRequest request) {
        return request.body().has("query")
                ? Optional.of(predicate(request.body().get("query"), "Invalid query: "))
                : Optional.empty();
    }

    static JsonNode predicate(JsonNode query, String prefix) {
        try {
            return FilterPredicate.schema().parse(FilterPredicate.requireShallow(query));
        } catch (SchemaException unfit) {
            throw new InputException(prefix + unfit.summary());
        }
    }

    static Optional<EntityFields> fields(ValidRequest request) {
        return EntityFields.parse(request.commaList("fields").orElse(List.of()));
    }

    static Optional<EntityFields> fieldsOfBody(ValidRequest request) {
        return EntityFields.parse(texts(request.body().path("fields")));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Whole entities are written as they are stored; what was made for this request is sent as other answers are. */
    static HttpResponse answer(JsonOutput json, Optional<EntityFields> fields) {
        var bytes = json.bytes();
        return fields.isPresent() ? HttpResponse.jsonBytes(bytes) : HttpResponse.jsonStream(out -> out.write(bytes));
    }

    static List<byte[]> select(List<byte[]> entities, Optional<EntityFields> fields) {
        return fields.map(wanted -> {
                    List<byte[]> selected = new ArrayList<>(entities.size());
                    entities.forEach(entity -> selected.add(wanted.select(entity)));
                    return selected;
                })
                .orElse(entities);
    }
}
