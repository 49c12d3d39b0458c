// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import java.util.UUID;

/** Removes an entity: those that emitted it are processed anew, and those related to it are stitched anew. */
final class EntityRemoval {
    private static final String REPROCESS_PARENTS = """
            UPDATE refresh_state SET result_hash = 'child-was-deleted', next_update_at = CURRENT_TIMESTAMP
            WHERE entity_ref IN (
                SELECT r.source_entity_ref FROM refresh_state s
                JOIN refresh_state_references r ON r.target_entity_ref = s.entity_ref
                WHERE s.entity_id = ?)""";
    private static final String RESTITCH_PEERS = """
            INSERT INTO stitch_queue (entity_ref, stitch_ticket, next_stitch_at)
            SELECT s.entity_ref, ?, CURRENT_TIMESTAMP FROM refresh_state s
            WHERE s.entity_id <> ? AND s.entity_ref IN (
                SELECT target_entity_ref FROM relations WHERE originating_entity_id = ?
                UNION SELECT source_entity_ref FROM relations WHERE originating_entity_id = ?)
            ORDER BY s.entity_ref
            ON CONFLICT (entity_ref) DO UPDATE SET stitch_ticket = excluded.stitch_ticket""";

    private EntityRemoval() {}

    /** Tells how many were removed. */
    static int run(Sql sql, String uid) {
        sql.update(REPROCESS_PARENTS, uid);
        sql.update(RESTITCH_PEERS, UUID.randomUUID().toString(), uid, uid, uid);
        return sql.update("DELETE FROM refresh_state WHERE entity_id = ?", uid);
    }
}
