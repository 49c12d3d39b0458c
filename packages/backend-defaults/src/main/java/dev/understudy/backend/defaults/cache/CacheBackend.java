// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;

/** A kind of store, connected to when it is first used. */
interface CacheBackend {
    /** The name in configuration. */
    String name();

    CacheStore storeFor(String pluginId);

    static CacheBackend fromConfig(Config config, LoggerService logger) {
        var name = config.optionalString("backend.cache.store").orElse("memory");
        var connection = CacheConnection.fromConfig(config, name);
        if (!name.equals("memory") && !config.has("backend.cache." + name)) {
            logger.warn("No configuration found for cache store '" + name + "' at 'backend.cache." + name + "'.");
        }
        return switch (name) {
            case "memory" -> new MemoryCacheBackend();
            case "redis" -> RedisCacheBackend.fromConfig(config, connection, logger);
            case "valkey" -> ValkeyCacheBackend.fromConfig(config, connection, logger);
            default -> throw new IllegalArgumentException("Unknown cache store: " + name);
        };
    }
}
