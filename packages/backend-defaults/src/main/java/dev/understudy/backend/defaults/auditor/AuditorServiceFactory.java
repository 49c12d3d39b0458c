// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auditor;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Writes audit events to the plugin's log. */
public final class AuditorServiceFactory {
    private AuditorServiceFactory() {}

    /** The default factory of {@link CoreServices#AUDITOR}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.AUDITOR, registration -> {
            var config = registration.require(CoreServices.ROOT_CONFIG);
            var logger = registration.require(CoreServices.LOGGER);
            var auth = registration.require(CoreServices.AUTH);
            var httpAuth = registration.require(CoreServices.HTTP_AUTH);
            var metadata = registration.require(CoreServices.PLUGIN_METADATA);
            return () -> new DefaultAuditorService(
                    metadata.get().id(),
                    AuditLevels.fromConfig(config.get()),
                    logger.get(),
                    auth.get(),
                    httpAuth.get());
        });
    }
}
