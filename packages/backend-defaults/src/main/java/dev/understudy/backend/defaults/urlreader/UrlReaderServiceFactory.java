// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import java.util.List;

/** The URL reader. Backstage counterpart: {@code urlReaderServiceFactory}. */
public final class UrlReaderServiceFactory {
    /** More readers, which come before the default ones. Backstage counterpart: {@code urlReaderFactoriesServiceRef}. */
    public static final PluginServiceRef<List<UrlReaderFactory>> URL_READER_FACTORIES =
            createMultitonServiceRef("core.urlReader.factories", UrlReaderFactory.class);

    private UrlReaderServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.URL_READER, factory -> {
            var config = factory.require(CoreServices.ROOT_CONFIG);
            var logger = factory.require(CoreServices.LOGGER);
            var factories = factory.require(URL_READER_FACTORIES);
            return () -> UrlReaders.defaults(config.get(), logger.get(), factories.get());
        });
    }
}
