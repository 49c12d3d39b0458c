// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.app.api.Registration.OfferedExtensionPoint;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.ExtensionPointFactoryMiddleware;
import dev.understudy.backend.plugin.api.ModuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which plugin offers which extension point. Filled before plugins start, by one thread. */
final class ExtensionPoints {
    private record Offer(String pluginId, OfferedExtensionPoint<?> extensionPoint) {}

    private final Map<String, Offer> offers = new HashMap<>();
    private final List<ExtensionPointFactoryMiddleware<?>> middleware;

    ExtensionPoints(List<ExtensionPointFactoryMiddleware<?>> middleware) {
        this.middleware = List.copyOf(middleware);
    }

    /**
     * Adds all extension points of a registration, or none.
     *
     * @throws WiringException if one of them has been added before
     */
    void addAll(Registration registration) {
        var added = new ArrayList<String>();
        for (var offered : registration.extensionPoints()) {
            var id = offered.point().id();
            if (offers.putIfAbsent(id, new Offer(registration.owner().pluginId(), offered)) != null) {
                offers.keySet().removeAll(added);
                throw WiringException.of(List.of(WiringProblem.at(
                        registration.declaredAt(), "ExtensionPoint with ID '" + id + "' is already registered")));
            }
            added.add(id);
        }
    }

    void removeAll(Registration registration) {
        registration
                .extensionPoints()
                .forEach(offered -> offers.remove(offered.point().id()));
    }

    /** The plugin that an extension point belongs to. */
    Optional<String> pluginOf(ExtensionPoint<?> point) {
        return Optional.ofNullable(offers.get(point.id())).map(Offer::pluginId);
    }

    /** The implementation for one module. */
    @SuppressWarnings("unchecked") // references of one id have one type, which validation makes sure of
    <T> T create(ExtensionPoint<T> point, ModuleContext module) {
        var offer = offers.get(point.id());
        if (offer == null) {
            throw new IllegalStateException("No extension point available for " + point);
        }
        var implementation = (T) offer.extensionPoint().factory().apply(module);
        for (var wrapper : middleware) {
            if (wrapper.extensionPoint().id().equals(point.id())) {
                implementation = ((ExtensionPointFactoryMiddleware<T>) wrapper)
                        .middleware()
                        .apply(implementation);
            }
        }
        return implementation;
    }
}
