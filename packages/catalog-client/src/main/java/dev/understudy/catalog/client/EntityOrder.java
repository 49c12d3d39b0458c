// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

/**
 * A field to sort by. Backstage counterpart: {@code EntityOrderQuery}.
 *
 * @param field a dotted path, such as {@code metadata.name}
 */
public record EntityOrder(String field, boolean isDescending) {
    public static EntityOrder ascending(String field) {
        return new EntityOrder(field, false);
    }

    public static EntityOrder descending(String field) {
        return new EntityOrder(field, true);
    }

    /** {@code asc} or {@code desc}. */
    public String order() {
        return isDescending ? "desc" : "asc";
    }
}
