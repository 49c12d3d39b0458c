// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;

/**
 * A kind of store that comes in a module of its own, found through {@link java.util.ServiceLoader} when {@code
 * backend.cache.store} names it.
 */
public interface CacheBackendProvider {
    /** The name in {@code backend.cache.store}. */
    String name();

    /**
     * Reads {@code backend.cache.<name>}.
     *
     * @throws IllegalArgumentException when the configuration is wrong
     */
    CacheBackend fromConfig(Config config, LoggerService logger);
}
