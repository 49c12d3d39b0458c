// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.ExtensionPointFactoryMiddleware;
import java.util.List;

/** Makes backends with services of one's own choice; meant to be imported statically. */
public final class SpecializedBackend {
    private SpecializedBackend() {}

    /** A backend with these services and nothing else. See {@link #createSpecializedBackend(List, List)}. */
    public static Backend createSpecializedBackend(List<? extends BackendFeature> defaultServiceFactories) {
        return createSpecializedBackend(defaultServiceFactories, List.of());
    }

    /**
     * A backend with these services, each of which a feature can replace, and with wrappers around extension points.
     *
     * <p>Backstage counterpart: {@code createSpecializedBackend}.
     *
     * @throws WiringException if two factories provide one service, or depend on each other
     */
    public static Backend createSpecializedBackend(
            List<? extends BackendFeature> defaultServiceFactories,
            List<ExtensionPointFactoryMiddleware<?>> extensionPointFactoryMiddleware) {
        return create(defaultServiceFactories, extensionPointFactoryMiddleware, BackendEnvironment.ofProcess());
    }

    static Backend create(
            List<? extends BackendFeature> defaultServiceFactories,
            List<ExtensionPointFactoryMiddleware<?>> extensionPointFactoryMiddleware,
            BackendEnvironment environment) {
        var factories = ServiceFactories.ofDefaults(defaultServiceFactories);
        ServiceGraph.of(factories).rejectCycles();
        return new DefaultBackend(factories, List.copyOf(extensionPointFactoryMiddleware), environment);
    }
}
