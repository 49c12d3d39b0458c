// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Spreads events within the process, and by way of the events backend as {@code events.useEventBus} says. */
public final class EventsServiceFactory {
    private EventsServiceFactory() {}

    private record Shared(LocalEventBus local, EventBusMode mode) {}

    /** The default factory of {@link CoreServices#EVENTS}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.EVENTS, registration -> {
            var shared = registration.shared(root -> {
                var config = root.require(CoreServices.ROOT_CONFIG);
                var rootLogger = root.require(CoreServices.ROOT_LOGGER);
                return () -> new Shared(new LocalEventBus(rootLogger.get()), EventBusMode.fromConfig(config.get()));
            });
            var metadata = registration.require(CoreServices.PLUGIN_METADATA);
            var logger = registration.require(CoreServices.LOGGER);
            var lifecycle = registration.require(CoreServices.LIFECYCLE);
            var auth = registration.require(CoreServices.AUTH);
            var discovery = registration.require(CoreServices.DISCOVERY);
            return () -> {
                var client = new EventBusClient(auth.get(), discovery.get());
                var bus = new EventBus(shared.get().mode(), client, logger.get());
                var events = new DefaultEventsService(
                        metadata.get().id(), shared.get().local(), bus, logger.get(), Thread::sleep);
                lifecycle.get().addShutdownHook(events::shutdown);
                return events;
            };
        });
    }
}
