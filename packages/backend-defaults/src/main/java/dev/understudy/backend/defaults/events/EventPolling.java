// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gets the events of one subscription from the events backend, for as long as there is one. */
final class EventPolling {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final EventSubscription subscription;
    private final EventBus bus;
    private final LoggerService logger;
    private final Sleeper sleeper;
    private Duration pause = FIRST_PAUSE;
    private boolean subscribed;

    EventPolling(EventSubscription subscription, EventBus bus, LoggerService logger, Sleeper sleeper) {
        this.subscription = subscription;
        this.bus = bus;
        this.logger = logger;
        this.sleeper = sleeper;
    }

    /** Waits. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    void start() {
        Thread.ofVirtual().name("events of " + subscription.id()).start(() -> {
            try {
                while (bus.isUsed() && bus.gate().enter()) {
                    pollOnce();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void pollOnce() throws InterruptedException {
        var inside = true;
        try {
            var later = poll();
            bus.gate().leave();
            inside = false;
            if (later != null) {
                later.await();
            }
            pause = FIRST_PAUSE;
        } catch (RuntimeException | IOException failure) {
            if (inside) {
                bus.gate().leave();
            }
            logger.warn(
                    "Poll failed for subscription \"" + subscription.id() + "\", retrying in " + pause.toMillis()
                            + "ms",
                    failure);
            sleeper.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private EventBusClient.Outcome.@Nullable Later poll() throws IOException {
        if (!subscribed) {
            subscribe();
            return null;
        }
        switch (bus.client().events(subscription.id())) {
            case EventBusClient.Outcome.Later later -> {
                return later;
            }
            case EventBusClient.Outcome.Events(var events) ->
                events.forEach(event -> LocalEventBus.deliver(event, subscription, logger));
            case EventBusClient.Outcome.NotFound _ -> {
                logger.info("Polling event subscription resulted in a 404, recreating subscription");
                subscribe();
            }
            case EventBusClient.Outcome.Done _ ->
                throw new IllegalStateException("The events backend gave an unexpected answer");
        }
        return null;
    }

    private void subscribe() {
        subscribed = false;
        if (bus.client().subscribe(subscription.id(), subscription.topics())
                instanceof EventBusClient.Outcome.NotFound) {
            bus.notFound("Event subscribe request failed with status 404, events backend not found. Will only receive"
                    + " events that were sent locally on this process.");
        } else {
            subscribed = true;
        }
    }
}
