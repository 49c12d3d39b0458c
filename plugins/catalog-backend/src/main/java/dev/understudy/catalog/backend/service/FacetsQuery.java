// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts how often each value of some fields occurs. */
final class FacetsQuery {
    private FacetsQuery() {}

    static Map<String, List<Facet>> run(Sql sql, FacetsRequest request) {
        var keys = request.facets().stream()
                .map(facet -> facet.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var query = SqlQuery.of(
                "SELECT key, original_value, count(*) FROM search WHERE key " + FilterSql.in(sql.dialect())
                        + " AND original_value IS NOT NULL",
                FilterSql.listParameter(keys, sql.dialect()));
        FilterSql.append(query, request.filter(), sql.dialect(), "search.entity_id");
        query.append(" GROUP BY key, original_value ORDER BY key, original_value");
        var found = new HashMap<String, List<Facet>>();
        query.list(
                sql,
                row -> found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Facet(row.getString(2), row.getLong(3))));
        var facets = new LinkedHashMap<String, List<Facet>>();
        request.facets()
                .forEach(facet -> facets.put(facet, found.getOrDefault(facet.toLowerCase(Locale.ROOT), List.of())));
        return facets;
    }
}
