// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.database.Transactions;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.catalog.node.LocationSpec;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps registered locations in the database, and provides them to the catalog. Backstage counterpart of the same name. */
public final class DefaultLocationStore implements LocationStore, EntityProvider {
    private static final String SELECT =
            "select cast(id as text), type, target, location_entity_ref from locations where type <> 'bootstrap'";
    private static final RowMapper<Location> LOCATION =
            row -> new Location(row.getString(1), row.getString(2), row.getString(3), row.getString(4));

    private final Sql sql;
    private volatile @Nullable EntityProviderConnection connection;

    public DefaultLocationStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "DefaultLocationStore";
    }

    @Override
    public void connect(EntityProviderConnection newConnection) {
        connection = newConnection;
        var locations = sql.query(SELECT, LOCATION);
        newConnection.applyMutation(EntityProviderMutation.full(
                locations.stream().map(DefaultLocationStore::entity).toList()));
    }

    private EntityProviderConnection connection() {
        var current = connection;
        if (current == null) {
            throw new IllegalStateException("location store is not initialized");
        }
        return current;
    }

    private static DeferredEntity entity(Location location) {
        var entity = LocationEntities.create(
                location.spec(), EntityRef.parse(location.entityRef()).name());
        return DeferredEntity.of(
                entity, entity.annotation(EntityAnnotations.LOCATION).orElseThrow());
    }

    @Override
    public Location createLocation(String type, String target, OnConflict onConflict) {
        var created = new Location(
                UUID.randomUUID().toString(), type, target, LocationEntities.ref(new LocationSpec(type, target)));
        var existing = Transactions.retrying(sql, transaction -> {
            var previous = find(transaction, type, target);
            if (previous.isEmpty()) {
                insert(transaction, created);
            } else if (onConflict == OnConflict.REJECT) {
                throw alreadyExists(type, target);
            }
            return previous;
        });
        var location = existing.orElse(created);
        connection().applyMutation(EntityProviderMutation.delta(List.of(entity(location)), List.of()));
        if (existing.isPresent()) {
            refresh(location);
        }
        return location;
    }

    private static Optional<Location> find(Sql transaction, String type, String target) {
        return transaction.one(SELECT + " and type = ? and target = ?", LOCATION, type, target);
    }

    private static void insert(Sql transaction, Location location) {
        var id = transaction.dialect() == DatabaseDialect.POSTGRESQL ? "?::uuid" : "?";
        transaction.update(
                "insert into locations (id, type, target, location_entity_ref) values (" + id + ", ?, ?, ?)",
                location.id(),
                location.type(),
                location.target(),
                location.entityRef());
    }

    private void refresh(Location location) {
        sql.update(
                "update refresh_state set next_update_at = CURRENT_TIMESTAMP, result_hash = '' where entity_ref = ?",
                location.entityRef());
        // makes the engine look
        connection().refresh(List.of());
    }

    @Override
    public Location updateLocation(String id, String type, String target) {
        var updated = Transactions.retrying(sql, transaction -> {
            if (find(transaction, type, target)
                    .filter(other -> !other.id().equals(id))
                    .isPresent()) {
                throw alreadyExists(type, target);
            }
            var count = transaction.update(
                    "update locations set type = ?, target = ? where cast(id as text) = ?", type, target, id);
            return count == 0 ? Optional.<Location>empty() : find(transaction, type, target);
        });
        var location = updated.orElseThrow(() -> notFound(id));
        connection().applyMutation(EntityProviderMutation.delta(List.of(entity(location)), List.of()));
        return location;
    }

    @Override
    public void deleteLocation(String id) {
        if (id.indexOf('\0') >= 0) {
            // PostgreSQL has no text with NUL in it
            throw notFound(id);
        }
        var deleted = Transactions.retrying(sql, transaction -> {
            var location = transaction
                    .one(SELECT + " and cast(id as text) = ?", LOCATION, id)
                    .orElseThrow(() -> notFound(id));
            transaction.update("delete from locations where cast(id as text) = ?", id);
            return location;
        });
        connection()
                .applyMutation(EntityProviderMutation.delta(
                        List.of(), List.of(EntityProviderMutation.Removal.of(entity(deleted)))));
    }

    private static ConflictException alreadyExists(String type, String target) {
        return new ConflictException("Location " + type + ":" + target + " already exists");
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("Found no location with ID " + id);
    }
}
