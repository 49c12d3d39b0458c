// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.config.Config;
import java.nio.file.Path;
import java.util.List;

/** Provides the locations under {@code catalog.locations}, now and when the configuration changes. */
public final class ConfigLocationEntityProvider implements EntityProvider {
    private final Config config;
    private List<DeferredEntity> current = List.of();

    public ConfigLocationEntityProvider(Config config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "ConfigLocationProvider";
    }

    @Override
    public synchronized void connect(EntityProviderConnection connection) {
        current = locations();
        connection.applyMutation(EntityProviderMutation.full(current));
        config.subscribe(() -> update(connection));
    }

    private synchronized void update(EntityProviderConnection connection) {
        var locations = locations();
        if (!locations.equals(current)) {
            current = locations;
            connection.applyMutation(EntityProviderMutation.full(locations));
        }
    }

    private List<DeferredEntity> locations() {
        return config.optionalConfigArray("catalog.locations").orElse(List.of()).stream()
                .map(ConfigLocationEntityProvider::location)
                .toList();
    }

    private static DeferredEntity location(Config section) {
        var type = section.string("type");
        var target = section.string("target");
        var absolute = type.equals("file")
                ? Path.of(target).toAbsolutePath().normalize().toString()
                : target;
        var entity = LocationEntities.create(new LocationSpec(type, absolute));
        return DeferredEntity.of(
                entity, entity.annotation(EntityAnnotations.LOCATION).orElseThrow());
    }
}
