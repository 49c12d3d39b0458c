// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;

/** Events of one plugin: first to those in this process, then to all others. */
final class DefaultEventsService implements EventsService {
    private final String pluginId;
    private final LocalEventBus local;
    private final EventBus bus;
    private final LoggerService logger;
    private final EventPolling.Sleeper sleeper;

    DefaultEventsService(
            String pluginId, LocalEventBus local, EventBus bus, LoggerService logger, EventPolling.Sleeper sleeper) {
        this.pluginId = pluginId;
        this.local = local;
        this.bus = bus;
        this.logger = logger;
        this.sleeper = sleeper;
    }

    @Override
    public void publish(EventParams event) {
        if (!bus.gate().enter()) {
            throw new IllegalStateException("Service is shutting down");
        }
        try {
            var notified = local.publish(event);
            if (bus.isUsed() && bus.client().publish(event, notified) instanceof EventBusClient.Outcome.NotFound) {
                bus.notFound(
                        "Event publish request failed with status 404, events backend not found. Future events will"
                                + " not be persisted.");
            }
        } finally {
            bus.gate().leave();
        }
    }

    @Override
    public void subscribe(EventSubscription subscription) {
        var named = new EventSubscription(
                pluginId + "." + subscription.id(), subscription.topics(), subscription.onEvent());
        local.subscribe(named);
        if (bus.isUsed()) {
            new EventPolling(named, bus, logger, sleeper).start();
        }
    }

    /** Refuses events from now on, and waits for those that are on their way. */
    void shutdown() throws InterruptedException {
        bus.gate().close();
    }
}
