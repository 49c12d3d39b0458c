// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.backend.defaults.cache.CacheBackend;
import dev.understudy.backend.defaults.cache.CacheBackendProvider;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;

/** Offers the store {@code infinispan}. Public because {@link java.util.ServiceLoader} makes it. */
public final class InfinispanCacheBackendProvider implements CacheBackendProvider {
    @Override
    public String name() {
        return "infinispan";
    }

    @Override
    public CacheBackend fromConfig(Config config, LoggerService logger) {
        return InfinispanCacheBackend.of(InfinispanOptions.fromConfig(config, logger));
    }
}
