// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.RefreshKey;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.catalog.backend.database.TextSet;
import java.util.LinkedHashSet;
import java.util.List;

/** The keys by which entities can be refreshed. */
final class RefreshKeys {
    private RefreshKeys() {}

    static void replace(Sql sql, List<CompletedItem> items) {
        sql.update(
                "delete from refresh_keys where " + TextSet.contains(sql, "entity_id"),
                TextSet.parameter(
                        sql, items.stream().map(item -> item.item().id()).toList()));
        var rows = new TextRows("entity_id", "key");
        for (var item : items) {
            // a file emits its key once for every entity in it, but once is enough
            for (var key : new LinkedHashSet<>(item.result().refreshKeys())) {
                rows.add(item.item().id(), RefreshKey.stored(key));
            }
        }
        rows.insertInto(sql, "refresh_keys", "");
    }
}
