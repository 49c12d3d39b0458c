// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import java.util.Collection;
import java.util.List;

/** Removes entities of a provider, and at once all that would be orphans without them. */
final class EntityPruning {
    /*
     * From the entities to remove, down to everything found through them; then from each of those up again to all roots.
     * What has a root of its own, be it of another provider or an entity of this one that stays, is retained.
     */
    private static final String DOOMED = """
            with recursive removed(entity_ref) as (%s),
            descendants(entity_ref) as (
                select r.target_entity_ref from refresh_state_references r
                where r.source_key = ? and r.target_entity_ref in (select entity_ref from removed)
                union
                select r.target_entity_ref from descendants d
                join refresh_state_references r on d.entity_ref = r.source_entity_ref
            ),
            ancestors(source_key, source_entity_ref, target_entity_ref, subject) as (
                select r.source_key, r.source_entity_ref, r.target_entity_ref, d.entity_ref from descendants d
                join refresh_state_references r on r.target_entity_ref = d.entity_ref
                union
                select r.source_key, r.source_entity_ref, r.target_entity_ref, a.subject from ancestors a
                join refresh_state_references r on r.target_entity_ref = a.source_entity_ref
            ),
            retained(entity_ref) as (
                select subject from ancestors where source_key is not null
                and (source_key <> ? or target_entity_ref not in (select entity_ref from removed))
            )
            select d.entity_ref from descendants d
            where d.entity_ref not in (select entity_ref from retained)
            """;

    private EntityPruning() {}

    /** Returns how many entities went. */
    static int delete(Sql sql, Collection<String> entityRefs, String sourceKey) {
        if (entityRefs.isEmpty()) {
            return 0;
        }
        var refs = TextSet.parameter(sql, entityRefs);
        var doomed = sql.query(doomed(sql), row -> row.getString(1), refs, sourceKey, sourceKey);
        if (!doomed.isEmpty()) {
            delete(sql, doomed);
        }
        sql.update(
                "delete from refresh_state_references where source_key = ? and "
                        + TextSet.contains(sql, "target_entity_ref"),
                sourceKey,
                refs);
        return doomed.size();
    }

    private static String doomed(Sql sql) {
        return DOOMED.formatted(
                switch (sql.dialect()) {
                    case SQLITE -> "select value from json_each(?)";
                    case POSTGRESQL -> "select unnest(?::text[])";
                });
    }

    private static void delete(Sql sql, List<String> doomed) {
        var parameter = TextSet.parameter(sql, doomed);
        var affected = sql.query(
                "select distinct s.entity_ref from relations r join refresh_state s on r.source_entity_ref = s.entity_ref"
                        + " where " + TextSet.contains(sql, "r.target_entity_ref"),
                row -> row.getString(1),
                parameter);
        StitchQueue.mark(sql, affected);
        sql.update("delete from refresh_state where " + TextSet.contains(sql, "entity_ref"), parameter);
        sql.update("delete from stitch_queue where " + TextSet.contains(sql, "entity_ref"), parameter);
    }
}
