// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The entities whose final form has to be made anew. */
public final class StitchQueue {
    private StitchQueue() {}

    /**
     * A request to stitch an entity.
     *
     * @param entityRef the entity
     * @param ticket changes with every new request, so that what was read before it is not written after it
     * @param delay how long it has been due, in seconds
     */
    public record Request(String entityRef, String ticket, double delay) {}

    /** Requests entities to be stitched. */
    public static void mark(Sql sql, Collection<String> entityRefs) {
        var ticket = UUID.randomUUID().toString();
        var rows = new TextRows("entity_ref", "stitch_ticket");
        // always in the same order, so that transactions do not lock each other out
        new TreeSet<>(entityRefs).forEach(ref -> rows.add(ref, ticket));
        rows.insertInto(
                sql,
                "stitch_queue",
                "on conflict (entity_ref) do update set stitch_ticket = excluded.stitch_ticket",
                ", next_stitch_at");
    }

    /** Takes requests that are due, and keeps them from others until the timeout. */
    public static List<Request> claim(Sql sql, int limit, Duration timeout) {
        return Transactions.retrying(sql, transaction -> {
            var lock = sql.dialect() == DatabaseDialect.POSTGRESQL ? " for update skip locked" : "";
            var requests = transaction.query(
                    "select entity_ref, stitch_ticket, " + Delay.since("next_stitch_at", sql.dialect())
                            + " from stitch_queue where next_stitch_at <= CURRENT_TIMESTAMP"
                            + " order by next_stitch_at limit " + limit + lock,
                    row -> new Request(row.getString(1), row.getString(2), row.getDouble(3)));
            if (!requests.isEmpty()) {
                var refs = requests.stream().map(Request::entityRef).toList();
                transaction.update(
                        "update stitch_queue set next_stitch_at = " + later(timeout, sql.dialect()) + " where "
                                + TextSet.contains(sql, "entity_ref"),
                        TextSet.parameter(sql, refs));
            }
            return requests;
        });
    }

    private static String later(Duration delay, DatabaseDialect dialect) {
        var seconds = delay.toMillis() / 1000.0;
        return switch (dialect) {
            case SQLITE -> "datetime('now', '" + seconds + " seconds')";
            case POSTGRESQL -> "now() + interval '" + seconds + " seconds'";
        };
    }

    /**
     * Removes requests that were served. Those that were renewed meanwhile become due at once, and those that somebody
     * else has served are made again, for what was written last need not be what was read last.
     */
    public static void complete(Sql sql, List<Request> requests) {
        var tickets = requests.stream().collect(Collectors.toMap(Request::entityRef, Request::ticket));
        var served = new ArrayList<String>();
        var renewed = new ArrayList<String>();
        for (var request : lock(sql, tickets.keySet())) {
            var isServed = request.ticket().equals(tickets.remove(request.entityRef()));
            (isServed ? served : renewed).add(request.entityRef());
        }
        var isOne = TextSet.contains(sql, "entity_ref");
        sql.update("delete from stitch_queue where " + isOne, TextSet.parameter(sql, served));
        if (!renewed.isEmpty()) {
            sql.update(
                    "update stitch_queue set next_stitch_at = CURRENT_TIMESTAMP where " + isOne,
                    TextSet.parameter(sql, renewed));
        }
        mark(sql, tickets.keySet());
    }

    private static List<Request> lock(Sql sql, Collection<String> entityRefs) {
        return sql.query(
                "select entity_ref, stitch_ticket from stitch_queue where " + TextSet.contains(sql, "entity_ref")
                        + (sql.dialect() == DatabaseDialect.POSTGRESQL ? " order by entity_ref for update" : ""),
                row -> new Request(row.getString(1), row.getString(2), 0),
                TextSet.parameter(sql, entityRefs));
    }
}
