// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.integration.ScmIntegration;
import java.util.Optional;

/**
 * Brings the reader of a store whose libraries are in a module of their own. Found by {@link java.util.ServiceLoader};
 * its reader must load those libraries only when it reads.
 */
@FunctionalInterface
public interface UrlReaderProvider {
    /**
     * The reader for an integration; empty if it is not this one's.
     *
     * @throws dev.understudy.config.ConfigException if the configuration contradicts itself
     */
    Optional<UrlReaderService> reader(ScmIntegration integration, UrlReaderFactory.Context context);
}
