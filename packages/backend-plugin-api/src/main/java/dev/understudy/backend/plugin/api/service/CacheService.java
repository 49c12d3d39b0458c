// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The plugin's own share of a cache. Values may vanish at any time. Thread-safe.
 *
 * <p>A cache that does not answer counts as empty, and what cannot be stored is dropped. Backstage counterpart:
 * {@code CacheService}.
 */
public interface CacheService {
    Optional<JsonNode> get(String key);

    /** Stores a value for as long as the default says; for good if there is none. */
    void set(String key, JsonNode value);

    /** Stores a value for some time. */
    void set(String key, JsonNode value, Duration timeToLive);

    void delete(String key);

    /** The same cache with another default. Backstage counterpart: {@code withOptions}. */
    CacheService withDefaultTimeToLive(Duration timeToLive);
}
