// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.backend.plugin.api.http.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the query holds under one name. As in Express, {@code name[]} and {@code name[0]} make lists, and {@code
 * name[key]} an object, which no parameter here may be; it stands as null.
 */
final class QueryValue {
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]*]");

    private final List<@Nullable String> values = new ArrayList<>(1);
    private boolean isList;

    private QueryValue() {}

    /** All that a query holds, by name, in its order. */
    static Map<String, QueryValue> read(QueryParameters query) {
        var read = new LinkedHashMap<String, QueryValue>();
        for (var name : query.names()) {
            var bracket = name.indexOf('[');
            var plain = bracket > 0 ? name.substring(0, bracket) : name;
            var suffix = bracket > 0 ? name.substring(bracket) : "";
            if (!plain.equals("__proto__")) {
                read.computeIfAbsent(plain, _ -> new QueryValue()).add(suffix, query.all(name));
            }
        }
        return read;
    }

    private void add(String suffix, List<String> more) {
        var isIndexed = INDEX.matcher(suffix).matches();
        isList |= isIndexed;
        for (var value : more) {
            values.add(suffix.isEmpty() || isIndexed ? value : null);
        }
    }

    /** Whether the name stands there once and has nothing behind it. */
    boolean isEmpty() {
        return isSingle() && single().isEmpty();
    }

    boolean isSingle() {
        return !isList && values.size() == 1 && values.getFirst() != null;
    }

    boolean isNested() {
        return !isList && values.size() == 1 && values.getFirst() == null;
    }

    String single() {
        var value = values.getFirst();
        return value == null ? "" : value;
    }

    List<String> all() {
        return values.stream().map(value -> value == null ? "" : value).toList();
    }

    OptionalInt firstNested() {
        var index = values.indexOf(null);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
