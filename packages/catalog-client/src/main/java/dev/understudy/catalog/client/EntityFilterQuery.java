// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entities are wanted: those that fulfil all conditions of at least one alternative. Keys and values are compared
 * ignoring case. Immutable. Backstage counterpart of the same name.
 *
 * <pre>{@code
 * EntityFilterQuery.where("kind", "component").andExists("spec.owner").or(EntityFilterQuery.where("kind", "api"))
 * }</pre>
 *
 * @param alternatives by key, what each demands
 */
public record EntityFilterQuery(List<Map<String, Condition>> alternatives) {
    /** Everything. */
    public static final EntityFilterQuery NONE = new EntityFilterQuery(List.of());

    public EntityFilterQuery {
        alternatives = List.copyOf(alternatives);
    }

    /** What a field must be like. */
    public sealed interface Condition {}

    /** There is such a field; counterpart of {@code CATALOG_FILTER_EXISTS}. */
    public record Exists() implements Condition {}

    /** The field has one of these values. */
    public record OneOf(List<String> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Entities in which a field has one of some values. */
    public static EntityFilterQuery where(String key, String... values) {
        return new EntityFilterQuery(List.of(Map.of())).and(key, values);
    }

    /** Entities that have a field. */
    public static EntityFilterQuery whereExists(String key) {
        return new EntityFilterQuery(List.of(Map.of())).andExists(key);
    }

    /** The same with one more condition on the last alternative. */
    public EntityFilterQuery and(String key, String... values) {
        return withCondition(key, new OneOf(List.of(values)));
    }

    /** The same with one more field that has to be there. */
    public EntityFilterQuery andExists(String key) {
        return withCondition(key, new Exists());
    }

    /** What fits either. */
    public EntityFilterQuery or(EntityFilterQuery other) {
        var all = new ArrayList<>(alternatives);
        all.addAll(other.alternatives);
        return new EntityFilterQuery(all);
    }

    public boolean isEmpty() {
        return alternatives.isEmpty();
    }

    private EntityFilterQuery withCondition(String key, Condition condition) {
        var all = new ArrayList<>(alternatives);
        var last = new LinkedHashMap<>(all.isEmpty() ? Map.<String, Condition>of() : all.removeLast());
        last.put(key, condition);
        all.add(last);
        return new EntityFilterQuery(all);
    }
}
