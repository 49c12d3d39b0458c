// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.defaults.redis.RedisConnection;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.Duration;
import java.util.Optional;

/**
 * Entries in Valkey, with the keys of {@code @keyv/valkey}: the key alone, without the plugin, and a set of the keys of
 * each plugin.
 *
 * @param prefix what stands before all names
 */
record ValkeyCacheBackend(RedisConnection connection, String prefix) implements CacheBackend {
    private static final String SECTION = "backend.cache.valkey";

    static ValkeyCacheBackend fromConfig(Config config, CacheConnection connection, LoggerService logger) {
        var prefix = config.optionalString(SECTION + ".client.keyPrefix").orElse("");
        var address = RedisCluster.address(config, connection, SECTION + ".cluster", "Valkey", logger);
        return new ValkeyCacheBackend(new RedisConnection(address), prefix);
    }

    @Override
    public String name() {
        return "valkey";
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public CacheStore storeFor(String pluginId) {
        var members = prefix + "namespace:" + prefix + pluginId;
        return new CacheStore() {
            @Override
            public Optional<String> get(String key) {
                return connection.get(prefix + key);
            }

            @Override
            public void set(String key, String entry, Optional<Duration> timeToLive) {
                connection.together(commands -> {
                    commands.set(prefix + key, entry, RedisCacheBackend.parameters(timeToLive));
                    commands.sadd(members, key);
                });
            }

            @Override
            public void delete(String key) {
                connection.together(commands -> {
                    commands.unlink(prefix + key);
                    commands.srem(members, key);
                });
            }
        };
    }
}
