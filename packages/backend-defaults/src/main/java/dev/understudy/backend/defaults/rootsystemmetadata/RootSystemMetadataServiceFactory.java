// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootsystemmetadata;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Installed plugins as configuration tells of other backends, and those of this one. */
public final class RootSystemMetadataServiceFactory {
    private RootSystemMetadataServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.ROOT_SYSTEM_METADATA, factory -> {
            var config = factory.require(CoreServices.ROOT_CONFIG);
            var instance = factory.require(CoreServices.ROOT_INSTANCE_METADATA);
            return () -> DefaultRootSystemMetadata.create(config.get(), instance.get());
        });
    }
}
