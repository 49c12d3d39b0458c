// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static dev.understudy.catalog.backend.query.PredicateReader.lower;

import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.PredicateReader;
import dev.understudy.catalog.node.EntitiesSearchFilter;
import dev.understudy.permission.common.PermissionCriteria;
import java.util.List;

/** Makes filters of the conditions in permission decisions. */
final class ConditionFilter {
    private ConditionFilter() {}

    static EntityFilter of(PermissionCriteria<EntitiesSearchFilter> criteria) {
        return switch (criteria) {
            case PermissionCriteria.AllOf(var all) -> new EntityFilter.All(each(all));
            case PermissionCriteria.AnyOf(var any) -> new EntityFilter.Any(each(any));
            case PermissionCriteria.Not(var criterion) -> new EntityFilter.Not(of(criterion));
            case PermissionCriteria.Condition(var condition) -> of(condition);
        };
    }

    private static List<EntityFilter> each(List<PermissionCriteria<EntitiesSearchFilter>> criteria) {
        return criteria.stream().map(ConditionFilter::of).toList();
    }

    private static EntityFilter of(EntitiesSearchFilter condition) {
        var key = lower(condition.key());
        return condition
                .values()
                .<EntityFilter>map(values -> new EntityFilter.OneOf(
                        key, values.stream().map(PredicateReader::lower).toList()))
                .orElseGet(() -> new EntityFilter.Exists(key));
    }
}
