// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client.test.utils;

import dev.understudy.catalog.client.EntityFacet;
import dev.understudy.catalog.client.EntityFilterQuery;
import dev.understudy.catalog.client.EntityFilterQuery.Condition;
import dev.understudy.catalog.client.EntityFilterQuery.Exists;
import dev.understudy.catalog.client.EntityFilterQuery.OneOf;
import dev.understudy.catalog.client.EntityOrder;
import dev.understudy.catalog.client.FullTextFilter;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.model.Entity;
import dev.understudy.filter.predicates.FilterPredicate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds, sorts and counts entities. */
final class EntityQuery {
    private EntityQuery() {}

    static Stream<Entity> where(Stream<Entity> entities, EntityFilterQuery filter, Optional<JsonNode> query) {
        var predicate = query.map(FilterPredicate::of);
        return entities.filter(entity -> fits(entity, filter))
                .filter(entity -> predicate.isEmpty() || predicate.get().test(entity.json()));
    }

    private static boolean fits(Entity entity, EntityFilterQuery filter) {
        var facts = EntityFacts.of(entity);
        return filter.isEmpty()
                || filter.alternatives().stream()
                        .anyMatch(
                                alternative -> alternative.entrySet().stream().allMatch(entry -> holds(entry, facts)));
    }

    private static boolean holds(Map.Entry<String, Condition> demand, EntityFacts facts) {
        var values = facts.values(demand.getKey());
        return switch (demand.getValue()) {
            case Exists() -> facts.has(demand.getKey());
            case OneOf(var wanted) -> wanted.stream().map(EntityFacts::lower).anyMatch(values::contains);
        };
    }

    /** Entities that lack the field come last; those that are equal are sorted by reference. */
    static Comparator<Entity> by(List<EntityOrder> orders) {
        if (orders.isEmpty()) {
            return (_, _) -> 0;
        }
        Comparator<Entity> all = (_, _) -> 0;
        for (var order : orders) {
            all = all.thenComparing(by(order));
        }
        return all.thenComparing(entity -> entity.ref().stringify());
    }

    private static Comparator<Entity> by(EntityOrder order) {
        var direction = order.isDescending() ? Comparator.<String>reverseOrder() : Comparator.<String>naturalOrder();
        return Comparator.comparing(
                entity -> EntityFacts.of(entity).values(order.field()).stream()
                        .findFirst()
                        .orElse(null),
                Comparator.nullsLast(direction));
    }

    /** Whether an entity has the text that a question looks for. */
    static Predicate<Entity> text(QueryEntitiesRequest.Initial question) {
        var term = question.fullTextFilter()
                .map(FullTextFilter::term)
                .map(text -> EntityFacts.lower(text.strip()))
                .orElse("");
        if (term.isEmpty()) {
            return _ -> true;
        }
        var fields = textFields(question);
        return entity -> {
            var facts = EntityFacts.of(entity);
            return fields.stream()
                    .flatMap(field -> facts.values(field).stream())
                    .anyMatch(value -> value.contains(term));
        };
    }

    private static List<String> textFields(QueryEntitiesRequest.Initial question) {
        var fields = question.fullTextFilter().map(FullTextFilter::fields).orElse(List.of());
        return fields.isEmpty()
                ? List.of(question.orderFields().stream()
                        .findFirst()
                        .map(EntityOrder::field)
                        .orElse("metadata.uid"))
                : fields;
    }

    static List<EntityFacet> count(String facet, List<Entity> entities) {
        var counts = new LinkedHashMap<String, Long>();
        for (var entity : entities) {
            EntityFacts.of(entity).originalValues(facet).forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> new EntityFacet(entry.getKey(), entry.getValue()))
                .toList();
    }
}
