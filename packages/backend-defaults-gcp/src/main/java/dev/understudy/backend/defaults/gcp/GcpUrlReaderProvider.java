// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import dev.understudy.backend.defaults.urlreader.UrlReaderFactory;
import dev.understudy.backend.defaults.urlreader.UrlReaderProvider;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.integration.GoogleGcsIntegration;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmIntegration;
import java.util.Optional;

/** The reader of this module. */
public final class GcpUrlReaderProvider implements UrlReaderProvider {
    @Override
    public Optional<UrlReaderService> reader(ScmIntegration integration, UrlReaderFactory.Context context) {
        return integration instanceof GoogleGcsIntegration gcs ? Optional.of(reader(gcs, context)) : Optional.empty();
    }

    private static UrlReaderService reader(GoogleGcsIntegration integration, UrlReaderFactory.Context context) {
        var config = integration.config();
        if (config.clientEmail().isEmpty()) {
            context.logger().info("googleGcs credentials not found in config. Using default credentials provider.");
        }
        // the emulator's own variable; it asks for no credentials
        var emulator = Optional.ofNullable(System.getenv("STORAGE_EMULATOR_HOST"));
        var objects = emulator.map(url -> new StorageObjects(url, ScmHttpClient.create(), Optional::empty))
                .orElseGet(() -> new StorageObjects(
                        StorageObjects.GOOGLE, ScmHttpClient.create(), new GoogleAccessTokens(config)));
        return new GoogleGcsUrlReader(config, objects, context.treeResponseFactory());
    }
}
