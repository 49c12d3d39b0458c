// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Values in a store. A store that fails counts as empty: a cache must not bring down what it serves. */
final class CacheEntries {
    private final CacheStore store;
    private final String storeName;
    private final InstantSource clock;
    private final LoggerService logger;

    CacheEntries(CacheStore store, String storeName, InstantSource clock, LoggerService logger) {
        this.store = store;
        this.storeName = storeName;
        this.clock = clock;
        this.logger = logger;
    }

    Optional<JsonNode> get(String key) {
        return unlessFailing(() -> read(CacheKeys.normalize(key)));
    }

    private Optional<JsonNode> read(String key) {
        var entry = store.get(key).map(CacheEnvelope::parse);
        if (entry.filter(envelope -> envelope.isOver(clock.instant())).isPresent()) {
            store.delete(key);
            return Optional.empty();
        }
        return entry.map(CacheEnvelope::value).filter(value -> !value.isMissingNode());
    }

    void set(String key, JsonNode value, Optional<Duration> timeToLive) {
        var limited = timeToLive.filter(time -> !time.isZero());
        var entry = new CacheEnvelope(value, limited.map(clock.instant()::plus));
        unlessFailing(() -> {
            store.set(CacheKeys.normalize(key), entry.toText(), limited);
            return Optional.empty();
        });
    }

    void delete(String key) {
        unlessFailing(() -> {
            store.delete(CacheKeys.normalize(key));
            return Optional.empty();
        });
    }

    private Optional<JsonNode> unlessFailing(Supplier<Optional<JsonNode>> access) {
        try {
            return access.get();
        } catch (RuntimeException failure) {
            logger.error("Failed to create " + storeName + " cache client", failure);
            return Optional.empty();
        }
    }
}
