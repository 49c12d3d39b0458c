// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.plugin.api.service.CacheService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The cache of the whole process, of which each plugin gets its share. */
final class CacheStores {
    private final CacheBackend backend;
    private final Optional<Duration> defaultTimeToLive;
    private final LoggerService logger;

    private CacheStores(CacheBackend backend, Optional<Duration> defaultTimeToLive, LoggerService logger) {
        this.backend = backend;
        this.defaultTimeToLive = defaultTimeToLive;
        this.logger = logger;
    }

    static CacheStores fromConfig(Config config, LoggerService rootLogger) {
        var logger = rootLogger.child(Map.of("type", "cacheManager"));
        if (config.has("backend.cache.useRedisSets")) {
            logger.warn("The 'backend.cache.useRedisSets' configuration key is deprecated and no longer has any effect."
                    + " The underlying '@keyv/redis' and '@keyv/valkey' libraries no longer support redis sets.");
        }
        return new CacheStores(CacheBackends.fromConfig(config, logger), defaultTimeToLive(config), logger);
    }

    private static Optional<Duration> defaultTimeToLive(Config config) {
        var key = "backend.cache.defaultTtl";
        return config.optionalValue(key)
                .map(value -> value.isNumber() ? Duration.ofMillis(value.longValue()) : config.duration(key));
    }

    CacheService forPlugin(String pluginId) {
        var entries = new CacheEntries(backend.storeFor(pluginId), backend.name(), InstantSource.system(), logger);
        return new DefaultCacheService(entries, defaultTimeToLive);
    }

    void close() {
        backend.close();
    }
}
