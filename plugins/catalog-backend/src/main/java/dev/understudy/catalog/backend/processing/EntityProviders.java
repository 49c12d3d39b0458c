// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.database.ProviderDatabase;
import dev.understudy.catalog.model.EntitySchemaValidator;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.ForwardedException;
import dev.understudy.errors.TypeException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Connects providers to the catalog. Backstage counterpart: {@code connectEntityProviders}. */
public final class EntityProviders {
    private final ProviderDatabase database;
    private final Signal changed;
    private final LoggerService logger;

    /** The signal is raised when a provider has changed anything. */
    public EntityProviders(ProviderDatabase database, Signal changed, LoggerService logger) {
        this.database = database;
        this.changed = changed;
        this.logger = logger;
    }

    /**
     * A provider, and who added it.
     *
     * @param onFailure told when the provider cannot be connected; without it, the failure is thrown
     */
    public record Entry(EntityProvider provider, Optional<Consumer<Exception>> onFailure) {}

    /** Connects all providers. */
    public void connect(List<Entry> entries) throws Exception {
        for (var entry : entries) {
            try {
                entry.provider().connect(new Connection(entry.provider().name()));
            } catch (Exception failure) {
                if (entry.onFailure().isEmpty()) {
                    throw failure;
                }
                entry.onFailure()
                        .get()
                        .accept(new ForwardedException(
                                "Failed to connect entity provider '"
                                        + entry.provider().name() + "'",
                                failure));
            }
        }
    }

    /** Removes the entities of providers that are not there any more. */
    public void evictOrphans(Collection<String> providerNames) {
        var known = database.listReferenceSourceKeys();
        var orphaned =
                known.stream().filter(name -> !providerNames.contains(name)).toList();
        if (orphaned.isEmpty()) {
            return;
        }
        logger.warn("Found " + orphaned.size() + " orphaned entity provider(s)");
        logger.warn("Database contained providers: " + quoted(known));
        logger.warn("Installed providers were: " + quoted(providerNames));
        logger.warn("Orphaned providers were thus: " + quoted(orphaned));
        orphaned.forEach(this::evict);
    }

    private void evict(String name) {
        try {
            database.replaceUnprocessedEntities(name, EntityProviderMutation.full(List.of()));
            logger.info("Removed entities for orphaned provider " + name);
        } catch (RuntimeException failure) {
            logger.error("Failed to remove entities for orphaned provider " + name, failure);
        }
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private final class Connection implements EntityProviderConnection {
        private final String providerName;

        Connection(String providerName) {
            this.providerName = providerName;
        }

        @Override
        public void applyMutation(EntityProviderMutation mutation) {
            check(
                    switch (mutation) {
                        case EntityProviderMutation.Full(var entities) -> entities;
                        case EntityProviderMutation.Delta(var added, var _) -> added;
                    });
            database.replaceUnprocessedEntities(providerName, mutation);
            changed.raise();
        }

        @Override
        public void refresh(Collection<String> keys) {
            database.refreshByRefreshKeys(keys);
            changed.raise();
        }

        private static void check(List<DeferredEntity> entities) {
            for (var deferred : entities) {
                try {
                    EntitySchemaValidator.ENVELOPE.check(deferred.entity().json());
                } catch (RuntimeException invalid) {
                    throw new TypeException("Malformed entity envelope, " + ErrorNames.describe(invalid));
                }
            }
        }
    }
}
