// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import java.util.List;

/** Removes entities that nothing refers to any more, and then those that nothing refers to without them. */
public final class OrphanRemoval {
    private static final int MAX_ROUNDS = 100;

    private OrphanRemoval() {}

    /** Returns how many entities went. */
    public static int deleteOrphans(Sql sql) {
        var total = 0;
        for (var round = 0; round < MAX_ROUNDS; round++) {
            var count = Transactions.retrying(sql, OrphanRemoval::deleteOnce);
            if (count == 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    private static int deleteOnce(Sql sql) {
        var orphans = sql.query(
                "select s.entity_ref from refresh_state s where not exists (select 1 from refresh_state_references r"
                        + " where r.target_entity_ref = s.entity_ref)",
                row -> row.getString(1));
        if (!orphans.isEmpty()) {
            delete(sql, orphans);
        }
        return orphans.size();
    }

    private static void delete(Sql sql, List<String> orphans) {
        var parameter = TextSet.parameter(sql, orphans);
        var related = sql.query(
                "select distinct s.entity_ref from relations r join refresh_state s on s.entity_ref = r.source_entity_ref"
                        + " where " + TextSet.contains(sql, "r.target_entity_ref"),
                row -> row.getString(1),
                parameter);
        sql.update("delete from refresh_state where " + TextSet.contains(sql, "entity_ref"), parameter);
        related.removeAll(orphans);
        StitchQueue.mark(sql, related);
    }
}
