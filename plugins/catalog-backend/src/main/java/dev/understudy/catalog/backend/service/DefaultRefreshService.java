// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.errors.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes entities due in the database. Backstage counterpart of the same name. */
public final class DefaultRefreshService implements RefreshService {
    private static final int MAX_DEPTH = 32;

    private final DatabaseService database;

    private DefaultRefreshService(DatabaseService database) {
        this.database = database;
    }

    public static RefreshService create(DatabaseService database) {
        return new DefaultRefreshService(database);
    }

    @Override
    public void refresh(String entityRef) {
        if (!FilterSql.isStorable(entityRef)) {
            throw new NotFoundException("Entity " + entityRef.toLowerCase(Locale.ROOT) + " not found");
        }
        Sql.writing(database).inTransaction(sql -> {
            for (var ancestor : ancestors(sql, entityRef)) {
                if (ancestor.startsWith("location:")) {
                    makeDue(sql, ancestor);
                }
            }
            makeDue(sql, entityRef);
            return entityRef;
        });
    }

    private static List<String> ancestors(Sql sql, String entityRef) {
        var ancestors = new ArrayList<String>();
        var current = entityRef.toLowerCase(Locale.ROOT);
        for (var depth = 1; depth <= MAX_DEPTH; depth++) {
            var sources = sources(sql, current);
            if (sources.isEmpty()) {
                throw new NotFoundException(
                        depth == 1
                                ? "Entity " + current + " not found"
                                : "Entity " + entityRef + " has a broken parent reference chain at " + current);
            }
            var parent = sources.stream().flatMap(Optional::stream).findFirst();
            if (parent.isEmpty()) {
                return ancestors;
            }
            current = parent.get();
            ancestors.add(current);
        }
        throw new IllegalStateException(
                "Unable receive ancestors for " + entityRef + ", reached maximum depth of " + MAX_DEPTH);
    }

    /** What emitted an entity: other entities, or providers, which are empty here. */
    private static List<Optional<String>> sources(Sql sql, String entityRef) {
        return sql.query(
                "SELECT source_entity_ref FROM refresh_state_references WHERE target_entity_ref = ?",
                row -> Optional.ofNullable(row.getString(1)),
                entityRef);
    }

    private static void makeDue(Sql sql, String entityRef) {
        var count = sql.update(
                "UPDATE refresh_state SET next_update_at = CURRENT_TIMESTAMP WHERE entity_ref = ?",
                entityRef.toLowerCase(Locale.ROOT));
        if (count == 0) {
            throw new NotFoundException("Failed to schedule " + entityRef + " for refresh");
        }
    }
}
