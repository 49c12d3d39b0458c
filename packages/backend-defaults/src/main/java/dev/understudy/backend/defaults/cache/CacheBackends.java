// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.util.ServiceLoader;

/** Knows the kinds of stores. */
final class CacheBackends {
    private CacheBackends() {}

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
            case "memcache" -> MemcacheBackend.of(connection);
            case "infinispan" -> provided(name, config, logger);
            default -> throw new IllegalArgumentException("Unknown cache store: " + name);
        };
    }

    private static CacheBackend provided(String name, Config config, LoggerService logger) {
        return ServiceLoader.load(CacheBackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The cache store '" + name
                        + "' of backend.cache.store comes in a module of its own, which this application lacks."
                        + " Add the dependency dev.understudy:backend-defaults-cache-" + name))
                .fromConfig(config, logger);
    }
}
