// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

/** A field to sort by. Backstage counterpart: {@code EntityOrder}. */
public record OrderField(String field, boolean descending) {
    /** The direction's name on the wire. */
    public String order() {
        return descending ? "desc" : "asc";
    }
}
