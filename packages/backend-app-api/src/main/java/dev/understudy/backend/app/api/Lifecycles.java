// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.backend.plugin.api.service.LifecycleController;
import dev.understudy.backend.plugin.api.service.RootLifecycleController;
import java.util.Optional;

/** Finds the sides of the lifecycle services that the backend drives. */
final class Lifecycles {
    private final ServiceRegistry registry;

    Lifecycles(ServiceRegistry registry) {
        this.registry = registry;
    }

    RootLifecycleController root() {
        return requireRoot(registry.find(CoreServices.ROOT_LIFECYCLE, ServiceRegistry.ROOT));
    }

    LifecycleController plugin(String pluginId) {
        return requirePlugin(registry.find(CoreServices.LIFECYCLE, pluginId));
    }

    /** The root lifecycle, if anything asked for it; hooks can not exist otherwise. */
    Optional<RootLifecycleController> existingRoot() {
        var existing = registry.existing(CoreServices.ROOT_LIFECYCLE, ServiceRegistry.ROOT);
        return existing.map(service -> requireRoot(existing));
    }

    /** The lifecycle of a plugin, if anything asked for it. */
    Optional<LifecycleController> existingPlugin(String pluginId) {
        var existing = registry.existing(CoreServices.LIFECYCLE, pluginId);
        return existing.map(service -> requirePlugin(existing));
    }

    private static RootLifecycleController requireRoot(Optional<?> service) {
        if (service.orElse(null) instanceof RootLifecycleController controller) {
            return controller;
        }
        throw unexpected("root", CoreServices.ROOT_LIFECYCLE, RootLifecycleController.class, service);
    }

    private static LifecycleController requirePlugin(Optional<?> service) {
        if (service.orElse(null) instanceof LifecycleController controller) {
            return controller;
        }
        throw unexpected("plugin", CoreServices.LIFECYCLE, LifecycleController.class, service);
    }

    private static IllegalStateException unexpected(
            String scope, ServiceRef<?> ref, Class<?> controller, Optional<?> service) {
        var found =
                service.map(present -> "is a " + present.getClass().getName()).orElse("is missing");
        return new IllegalStateException("Unexpected " + scope + " lifecycle service implementation: '" + ref.id()
                + "' " + found + ", it must implement " + controller.getSimpleName());
    }
}
