// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.plugin.api.service.CacheService;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A plugin's share of the cache. */
record DefaultCacheService(CacheEntries entries, Optional<Duration> defaultTimeToLive) implements CacheService {
    @Override
    public Optional<JsonNode> get(String key) {
        return entries.get(key);
    }

    @Override
    public void set(String key, JsonNode value) {
        entries.set(key, value, defaultTimeToLive);
    }

    @Override
    public void set(String key, JsonNode value, Duration timeToLive) {
        entries.set(key, value, Optional.of(timeToLive));
    }

    @Override
    public void delete(String key) {
        entries.delete(key);
    }

    @Override
    public CacheService withDefaultTimeToLive(Duration timeToLive) {
        return new DefaultCacheService(entries, Optional.of(timeToLive));
    }
}
