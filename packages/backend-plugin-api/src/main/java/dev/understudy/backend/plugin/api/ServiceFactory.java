// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * A factory of a service. Opaque: use {@link BackendWiring#createServiceFactory} and {@link BackendFeature}.
 *
 * <p>Backstage counterpart: {@code ServiceFactory}.
 */
public sealed interface ServiceFactory extends BackendFeature permits RootServiceFactory, PluginServiceFactory {
    /** The service that the factory makes. */
    ServiceRef<?> ref();

    /** When the service is made. */
    Startup startup();
}
