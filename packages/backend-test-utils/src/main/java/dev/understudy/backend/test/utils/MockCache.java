// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.CacheService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** A cache in memory whose entries do not end by themselves. Thread-safe. */
public final class MockCache implements CacheService {
    private final Map<String, JsonNode> entries = new ConcurrentHashMap<>();

    private MockCache() {}

    public static MockCache create() {
        return new MockCache();
    }

    /** Gives up all entries, as any cache may do. */
    public void clear() {
        entries.clear();
    }

    @Override
    public Optional<JsonNode> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void set(String key, JsonNode value) {
        entries.put(key, value);
    }

    @Override
    public void set(String key, JsonNode value, Duration timeToLive) {
        set(key, value);
    }

    @Override
    public void delete(String key) {
        entries.remove(key);
    }

    @Override
    public MockCache withDefaultTimeToLive(Duration timeToLive) {
        return this;
    }
}
