// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.Transactions;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps registered locations in the database, and provides them to the catalog. Backstage counterpart of the same name. */
public final class DefaultLocationStore implements LocationStore, EntityProvider {
    private final Sql sql;
    private final ScmEventLocations scmEvents;
    private volatile @Nullable EntityProviderConnection connection;

    public DefaultLocationStore(Sql sql, CatalogScmEventsService scmEvents, ScmEventHandling handling) {
        this.sql = sql;
        this.scmEvents = new ScmEventLocations(new RegisteredLocations(sql), scmEvents, handling, new StoredChanges());
    }

    @Override
    public String name() {
        return "DefaultLocationStore";
    }

    @Override
    public void connect(EntityProviderConnection newConnection) {
        connection = newConnection;
        newConnection.applyMutation(EntityProviderMutation.full(entities(new RegisteredLocations(sql).all())));
        scmEvents.subscribe();
    }

    private EntityProviderConnection connection() {
        var current = connection;
        if (current == null) {
            throw new IllegalStateException("location store is not initialized");
        }
        return current;
    }

    private static List<DeferredEntity> entities(List<Location> locations) {
        return locations.stream().map(DefaultLocationStore::entity).toList();
    }

    private static DeferredEntity entity(Location location) {
        var entity = LocationEntities.create(
                location.spec(), EntityRef.parse(location.entityRef()).name());
        return DeferredEntity.of(
                entity, entity.annotation(EntityAnnotations.LOCATION).orElseThrow());
    }

    @Override
    public Location createLocation(String type, String target, OnConflict onConflict) {
        var created = RegisteredLocations.create(type, target);
        var existing = Transactions.retrying(sql, transaction -> {
            var locations = new RegisteredLocations(transaction);
            var previous = locations.find(type, target);
            if (previous.isEmpty()) {
                locations.insert(created);
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
            var locations = new RegisteredLocations(transaction);
            if (locations
                    .find(type, target)
                    .filter(other -> !other.id().equals(id))
                    .isPresent()) {
                throw alreadyExists(type, target);
            }
            return locations.update(id, type, target) ? locations.find(type, target) : Optional.<Location>empty();
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
            var locations = new RegisteredLocations(transaction);
            var location = locations.byId(id).orElseThrow(() -> notFound(id));
            locations.delete(List.of(location));
            return location;
        });
        removeEntities(List.of(deleted));
    }

    private void removeEntities(List<Location> locations) {
        var removals = entities(locations).stream()
                .map(EntityProviderMutation.Removal::of)
                .toList();
        connection().applyMutation(EntityProviderMutation.delta(List.of(), removals));
    }

    private final class StoredChanges implements ScmEventLocations.Changes {
        @Override
        public void add(List<Location> locations) {
            Transactions.retrying(sql, transaction -> {
                locations.forEach(new RegisteredLocations(transaction)::insert);
                return locations;
            });
            connection().applyMutation(EntityProviderMutation.delta(entities(locations), List.of()));
        }

        @Override
        public void remove(List<Location> locations) {
            new RegisteredLocations(sql).delete(locations);
            removeEntities(locations);
        }
    }

    private static ConflictException alreadyExists(String type, String target) {
        return new ConflictException("Location " + type + ":" + target + " already exists");
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("Found no location with ID " + id);
    }
}
