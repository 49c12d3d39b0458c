// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.model.Entity;
import dev.understudy.types.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entities that are due to be processed. Thread-safe. Backstage counterpart: {@code DefaultProcessingDatabase}. */
public final class ProcessingDatabase {
    private static final String COLUMNS = "entity_id, entity_ref, unprocessed_entity, result_hash, cache, location_key";

    private final Sql sql;
    private final ProcessingInterval interval;

    public ProcessingDatabase(Sql sql, ProcessingInterval interval) {
        this.sql = sql;
        this.interval = interval;
    }

    /**
     * Takes the entities that have been due the longest, and puts off their next turn.
     *
     * @param inHand entities that keep their turn, for they are not done with the one before
     */
    public List<RefreshStateItem> claim(int limit, Collection<String> inHand) {
        return Transactions.retrying(sql, transaction -> claim(transaction, limit, inHand));
    }

    private List<RefreshStateItem> claim(Sql transaction, int limit, Collection<String> inHand) {
        var lock = sql.dialect() == DatabaseDialect.POSTGRESQL ? " for update skip locked" : "";
        var items = transaction.query(
                "select " + COLUMNS + ", " + Delay.since("next_update_at", sql.dialect())
                        + " from refresh_state where next_update_at <= CURRENT_TIMESTAMP and not ("
                        + TextSet.contains(sql, "entity_id") + ") order by next_update_at limit " + limit + lock,
                ProcessingDatabase::item,
                TextSet.parameter(sql, inHand));
        if (!items.isEmpty()) {
            transaction.update(
                    "update refresh_state set next_update_at = " + interval.sqlTime(sql.dialect()) + " where "
                            + TextSet.contains(sql, "entity_id"),
                    TextSet.parameter(
                            sql, items.stream().map(RefreshStateItem::id).toList()));
        }
        return items;
    }

    /** Gives back what was claimed but will not be processed. */
    public void release(Collection<String> ids) {
        if (!ids.isEmpty()) {
            sql.update(
                    "update refresh_state set next_update_at = CURRENT_TIMESTAMP where "
                            + TextSet.contains(sql, "entity_id"),
                    TextSet.parameter(sql, ids));
        }
    }

    private static RefreshStateItem item(ResultSet row) throws SQLException {
        return new RefreshStateItem(
                row.getString(1),
                row.getString(2),
                new Entity((ObjectNode) Json.mapper().readTree(row.getString(3))),
                textOrEmpty(row.getString(4)),
                cache(row.getString(5)),
                Optional.ofNullable(row.getString(6)).filter(key -> !key.isEmpty()),
                row.getDouble(7));
    }

    private static String textOrEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static JsonNode cache(@Nullable String text) {
        return text == null || text.isEmpty()
                ? JsonNodeFactory.instance.missingNode()
                : Json.mapper().readTree(text);
    }
}
