// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/** Entries in the memory of this process, for all plugins together; beyond a limit those least used are given up. */
final class MemoryCacheBackend implements CacheBackend {
    private static final long MAX_CHARACTERS = 64L * 1024 * 1024;

    private final Cache<String, String> entries = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String key, String entry) -> key.length() + entry.length())
            .build();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public CacheStore storeFor(String pluginId) {
        return new CacheStore() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(entries.getIfPresent(pluginId + ":" + key));
            }

            @Override
            public void set(String key, String entry, Optional<Duration> timeToLive) {
                entries.put(pluginId + ":" + key, entry);
            }

            @Override
            public void delete(String key) {
                entries.invalidate(pluginId + ":" + key);
            }
        };
    }
}
