// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decoded parameters of a URL's query, in their order. Immutable. Backstage counterpart: {@code req.query}. */
public final class QueryParameters {
    // as many as Express reads
    private static final int MAX_PARAMETERS = 1000;
    private static final QueryParameters EMPTY = new QueryParameters(Map.of());

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads the text after the question mark. What is not properly percent-encoded is taken literally; parameters after
     * the thousandth are ignored.
     */
    public static QueryParameters parse(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return EMPTY;
        }
        var values = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (int start = 0; start <= rawQuery.length() && count < MAX_PARAMETERS; ) {
            int end = rawQuery.indexOf('&', start);
            end = end < 0 ? rawQuery.length() : end;
            if (end > start) {
                add(values, rawQuery, start, end);
                count++;
            }
            start = end + 1;
        }
        return new QueryParameters(values);
    }

    private static void add(Map<String, List<String>> values, String query, int start, int end) {
        int equals = query.indexOf('=', start);
        boolean hasValue = equals >= 0 && equals < end;
        var name = decode(query.substring(start, hasValue ? equals : end));
        if (name.isEmpty()) {
            return;
        }
        var value = hasValue ? decode(query.substring(equals + 1, end)) : "";
        values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    /** The first value of a parameter. */
    public Optional<String> first(String name) {
        var all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** All values of a parameter; empty when it is absent. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** Whether the parameter is there, with or without a value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names of all parameters, in the order in which they first came. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    private static String decode(String text) {
        var spaced = text.replace('+', ' ');
        var decoded = PercentEncoding.decode(spaced);
        return decoded == null ? spaced : decoded;
    }
}
