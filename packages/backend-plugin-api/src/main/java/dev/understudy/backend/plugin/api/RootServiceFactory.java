// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Function;

/** A factory for a {@link RootServiceRef}. Opaque: use {@link BackendWiring#createServiceFactory}. */
public record RootServiceFactory(
        RootServiceRef<?> ref,
        Function<RootFactoryRegistration, ? extends Creator<?>> declare,
        Startup startup,
        DeclarationSite declaredAt)
        implements ServiceFactory {}
