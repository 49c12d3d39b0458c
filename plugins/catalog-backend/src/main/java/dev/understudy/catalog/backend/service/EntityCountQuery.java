// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.query.EntityFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts entities. Where one condition names a single value, it counts along that value's part of the search index. */
final class EntityCountQuery {
    /** Every entity has these, with values short enough for the index; so asking for them changes no count. */
    private static final Set<String> EVERYWHERE = Set.of("kind", "metadata.name", "metadata.uid", "metadata.namespace");

    private final Sql sql;
    private final List<EntityFilter> conditions = new ArrayList<>();
    private final Optional<String> sortKey;

    /**
     * @param sortKey the key that the counted entities must have, if any
     */
    EntityCountQuery(Sql sql, EntityFilter filter, Optional<String> sortKey) {
        this.sql = sql;
        this.sortKey = sortKey;
        addConditions(filter);
    }

    private void addConditions(EntityFilter filter) {
        if (filter instanceof EntityFilter.All(var filters)) {
            filters.forEach(this::addConditions);
        } else {
            conditions.add(filter);
        }
    }

    long run() {
        var needed = sortKey.filter(key -> !EVERYWHERE.contains(key)).map(key -> key.replace("\0", ""));
        var lead = lead();
        lead.ifPresent(conditions::remove);
        var query = lead.map(value -> along(value, needed)).orElseGet(() -> along(needed));
        FilterSql.append(query, new EntityFilter.All(conditions), sql.dialect(), "e.entity_id", new CommonValues(sql));
        return query.number(sql);
    }

    private static SqlQuery along(EntityFilter.OneOf lead, Optional<String> needed) {
        var query = SqlQuery.of(
                "SELECT count(*) FROM search e WHERE e.key = ? AND e.value = ?",
                lead.key(),
                lead.values().getFirst());
        needed.ifPresent(key -> query.append(
                " AND e.entity_id IN (SELECT entity_id FROM search WHERE key = ? AND value IS NOT NULL)", key));
        return query;
    }

    private static SqlQuery along(Optional<String> needed) {
        return needed.map(key -> SqlQuery.of(
                        "SELECT count(DISTINCT e.entity_id) FROM search e WHERE e.key = ? AND e.value IS NOT NULL",
                        key))
                .orElseGet(() -> SqlQuery.of("SELECT count(*) FROM search e WHERE e.key = 'metadata.uid'"));
    }

    /** The condition to count along; rather not the kind, which tells least. */
    private Optional<EntityFilter.OneOf> lead() {
        var single = conditions.stream()
                .filter(EntityFilter.OneOf.class::isInstance)
                .map(EntityFilter.OneOf.class::cast)
                .filter(condition -> condition.values().size() == 1)
                .filter(condition -> FilterSql.isStorable(condition.key())
                        && FilterSql.isStorable(condition.values().getFirst()))
                .toList();
        return single.stream()
                .filter(condition -> !condition.key().equals("kind"))
                .findFirst()
                .or(() -> single.stream().findFirst());
    }
}
