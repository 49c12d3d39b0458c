// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.defaults.redis.RedisConnection;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;

/**
 * Entries in Redis, with the keys of {@code @keyv/redis}.
 *
 * @param prefix what stands before the plugin's id
 * @param unlinks whether Redis may free the memory of what is deleted later
 */
record RedisCacheBackend(RedisConnection connection, String prefix, String separator, boolean unlinks)
        implements CacheBackend {
    private static final String SECTION = "backend.cache.redis";

    static RedisCacheBackend fromConfig(Config config, CacheConnection connection, LoggerService logger) {
        var separator =
                config.optionalString(SECTION + ".client.keyPrefixSeparator").orElse(":");
        var prefix = config.optionalString(SECTION + ".client.namespace")
                .map(namespace -> namespace + separator)
                .orElse("");
        var unlinks = config.optionalBool(SECTION + ".client.useUnlink").orElse(true);
        var address = RedisCluster.address(config, connection, SECTION + ".cluster", "Redis", logger);
        return new RedisCacheBackend(new RedisConnection(address), prefix, separator, unlinks);
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public CacheStore storeFor(String pluginId) {
        var start = prefix + pluginId + separator;
        return new CacheStore() {
            @Override
            public Optional<String> get(String key) {
                return connection.get(start + key);
            }

            @Override
            public void set(String key, String entry, Optional<Duration> timeToLive) {
                connection.client().set(start + key, entry, parameters(timeToLive));
            }

            @Override
            public void delete(String key) {
                if (unlinks) {
                    connection.client().unlink(start + key);
                } else {
                    connection.client().del(start + key);
                }
            }
        };
    }

    static SetParams parameters(Optional<Duration> timeToLive) {
        var parameters = SetParams.setParams();
        return timeToLive.map(time -> parameters.px(time.toMillis())).orElse(parameters);
    }
}
