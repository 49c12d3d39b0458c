// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.backend.defaults.cache.CacheBackend;
import dev.understudy.backend.defaults.cache.CacheStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Entries in a cache of Infinispan, under the plugin's id and the key. Connects when it is first used. */
final class InfinispanCacheBackend implements CacheBackend {
    private final Configuration configuration;
    private final InfinispanOptions options;
    private @Nullable RemoteCacheManager manager;
    private volatile @Nullable RemoteCache<String, String> cache;

    private InfinispanCacheBackend(InfinispanOptions options) {
        this.options = options;
        this.configuration = options.client();
    }

    static InfinispanCacheBackend of(InfinispanOptions options) {
        return new InfinispanCacheBackend(options);
    }

    @Override
    public String name() {
        return "infinispan";
    }

    @Override
    public CacheStore storeFor(String pluginId) {
        var start = pluginId + ":";
        return new CacheStore() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(cache().get(start + key));
            }

            @Override
            public void set(String key, String entry, Optional<Duration> timeToLive) {
                var lifespan = timeToLive.map(Duration::toMillis).orElse(-1L);
                cache().put(start + key, entry, lifespan, TimeUnit.MILLISECONDS);
            }

            @Override
            public void delete(String key) {
                cache().remove(start + key);
            }
        };
    }

    private RemoteCache<String, String> cache() {
        var connected = cache;
        return connected == null ? connect() : connected;
    }

    private synchronized RemoteCache<String, String> connect() {
        var connected = cache;
        if (connected != null) {
            return connected;
        }
        var open = manager;
        if (open == null) {
            open = new RemoteCacheManager(configuration);
            manager = open;
        }
        RemoteCache<String, String> found = open.getCache(options.cacheName());
        if (found == null) {
            throw new IllegalStateException("The Infinispan server has no cache '" + options.cacheName() + "'");
        }
        connected = found.withDataFormat(options.dataFormat());
        cache = connected;
        return connected;
    }

    @Override
    public synchronized void close() {
        if (manager != null) {
            manager.close();
        }
    }
}
