// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Function;

/** A factory for a {@link PluginServiceRef}. Opaque: use {@link BackendWiring#createServiceFactory}. */
public record PluginServiceFactory(
        PluginServiceRef<?> ref,
        Function<PluginFactoryRegistration, ? extends Creator<?>> declare,
        Startup startup,
        DeclarationSite declaredAt)
        implements ServiceFactory {}
