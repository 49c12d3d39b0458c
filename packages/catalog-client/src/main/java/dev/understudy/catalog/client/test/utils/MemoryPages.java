// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client.test.utils;

import dev.understudy.catalog.client.PageInfo;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.client.QueryEntitiesRequest.Initial;
import dev.understudy.catalog.client.QueryEntitiesResponse;
import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Answers page by page; a cursor is the number of a question that is remembered, and a place in its answer. */
final class MemoryPages {
    private final Map<String, Initial> questions = new ConcurrentHashMap<>();

    QueryEntitiesResponse answer(QueryEntitiesRequest request, List<Entity> entities) {
        return switch (request) {
            case Initial initial ->
                answer(initial, initial.offset().orElse(0), initial.limit(), initial.fields(), entities);
            case QueryEntitiesRequest.Continued continued -> resume(continued, entities);
        };
    }

    private QueryEntitiesResponse resume(QueryEntitiesRequest.Continued request, List<Entity> entities) {
        var place = request.cursor().split("@", -1);
        var question = questions.get(place[0]);
        if (question == null || place.length != 2) {
            throw new InputException("Invalid cursor");
        }
        return answer(question, Integer.parseInt(place[1]), request.limit(), request.fields(), entities);
    }

    private QueryEntitiesResponse answer(
            Initial question, int offset, OptionalInt limit, List<String> fields, List<Entity> entities) {
        var found = EntityQuery.where(entities.stream(), question.filter(), question.query())
                .filter(EntityQuery.text(question))
                .sorted(EntityQuery.by(question.orderFields()))
                .toList();
        var size = limit.orElse(found.size());
        var items = found.stream()
                .skip(offset)
                .limit(size)
                .map(entity -> EntityFields.select(entity, fields))
                .toList();
        return new QueryEntitiesResponse(items, found.size(), pageInfo(question, offset, size, found.size()));
    }

    private PageInfo pageInfo(Initial question, int offset, int size, int total) {
        return new PageInfo(
                offset + size < total ? Optional.of(cursor(question, offset + size)) : Optional.empty(),
                offset > 0 ? Optional.of(cursor(question, Math.max(0, offset - size))) : Optional.empty());
    }

    private String cursor(Initial question, int offset) {
        var id = Integer.toHexString(question.hashCode());
        questions.put(id, question);
        return id + "@" + offset;
    }
}
