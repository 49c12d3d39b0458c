// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.List;

/**
 * A text to be found within the values of fields. Backstage counterpart: {@code fullTextFilter}.
 *
 * @param fields dotted paths; when empty, the field that is sorted by
 */
public record FullTextFilter(String term, List<String> fields) {
    public FullTextFilter {
        fields = List.copyOf(fields);
    }

    public static FullTextFilter of(String term, String... fields) {
        return new FullTextFilter(term, List.of(fields));
    }
}
