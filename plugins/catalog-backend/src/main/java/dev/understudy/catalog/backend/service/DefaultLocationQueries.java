// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.errors.NotFoundException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the {@code locations} table, of which a row of type {@code bootstrap} is nobody's business. */
public final class DefaultLocationQueries implements LocationQueries {
    private static final String COLUMNS = "SELECT CAST(id AS text), type, target, location_entity_ref FROM locations ";
    private static final RowMapper<RegisteredLocation> LOCATION =
            row -> new RegisteredLocation(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    private static final String ORIGIN_OF_ENTITY = "SELECT original_value FROM search WHERE entity_id = ?"
            + " AND key = 'metadata.annotations.backstage.io/managed-by-origin-location'";

    private final DatabaseService database;

    private DefaultLocationQueries(DatabaseService database) {
        this.database = database;
    }

    public static LocationQueries create(DatabaseService database) {
        return new DefaultLocationQueries(database);
    }

    @Override
    public List<RegisteredLocation> list() {
        return sql().query(COLUMNS + "WHERE type <> 'bootstrap'", LOCATION);
    }

    @Override
    public Page query(Optional<JsonNode> query, Optional<String> afterId, long limit) {
        return sql().onConnection(sql -> {
            var items = SqlQuery.of(COLUMNS + "WHERE type <> 'bootstrap'");
            var count = SqlQuery.of("SELECT count(*) FROM locations WHERE type <> 'bootstrap'");
            query.ifPresent(predicate -> {
                LocationFilterSql.append(items, predicate, sql.dialect());
                LocationFilterSql.append(count, predicate, sql.dialect());
            });
            afterId.ifPresent(id -> items.append(" AND CAST(id AS text) > ?", id.replace("\0", "")));
            items.append(" ORDER BY CAST(id AS text) LIMIT ?", limit);
            return new Page(items.list(sql, LOCATION), count.number(sql));
        });
    }

    @Override
    public RegisteredLocation get(String id) {
        return find("CAST(id AS text) = ?", id)
                .orElseThrow(() -> new NotFoundException("Found no location with ID " + id));
    }

    @Override
    public RegisteredLocation byEntity(EntityRef entityRef) {
        var ref = entityRef.stringify();
        var entityId = text("SELECT entity_id FROM refresh_state WHERE entity_ref = ?", ref)
                .orElseThrow(() -> new NotFoundException("found no entity for ref " + ref));
        var origin = text(ORIGIN_OF_ENTITY, entityId)
                .orElseThrow(() -> new NotFoundException("found no origin annotation for ref " + ref));
        var location = LocationRef.parse(origin);
        return find("type = ? AND target = ?", location.type(), location.target())
                .orElseThrow(() -> new NotFoundException(
                        "Found no location with type " + location.type() + " and target " + location.target()));
    }

    private Optional<RegisteredLocation> find(String condition, String... values) {
        for (var value : values) {
            if (!FilterSql.isStorable(value)) {
                return Optional.empty();
            }
        }
        return sql().one(COLUMNS + "WHERE " + condition, LOCATION, (Object[]) values);
    }

    private Optional<String> text(String statement, String value) {
        return FilterSql.isStorable(value)
                ? sql().<Optional<String>>one(statement, row -> Optional.ofNullable(row.getString(1)), value)
                        .flatMap(found -> found)
                : Optional.empty();
    }

    private Sql sql() {
        return Sql.reading(database);
    }
}
