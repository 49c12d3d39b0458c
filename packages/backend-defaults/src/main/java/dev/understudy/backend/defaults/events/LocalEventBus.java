// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The subscribers within this process. */
final class LocalEventBus {
    private final LoggerService logger;
    private final Map<String, List<EventSubscription>> subscriptions = new ConcurrentHashMap<>();

    LocalEventBus(LoggerService logger) {
        this.logger = logger;
    }

    void subscribe(EventSubscription subscription) {
        for (var topic : subscription.topics()) {
            subscriptions
                    .computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>())
                    .add(subscription);
        }
    }

    /** Hands the event to all subscribers at once, waits for them, and returns their ids. */
    List<String> publish(EventParams event) {
        logger.debug("Event received: topic=" + event.topic() + ", metadata="
                + Json.mapper().writeValueAsString(event.metadata()) + ", payload=" + event.payload());
        var interested = subscriptions.getOrDefault(event.topic(), List.of());
        var threads = new ArrayList<Thread>();
        var notified = new ArrayList<String>();
        for (var subscription : interested) {
            threads.add(Thread.ofVirtual().name(subscription.id()).start(() -> deliver(event, subscription, logger)));
            notified.add(subscription.id());
        }
        threads.forEach(LocalEventBus::await);
        return notified;
    }

    static void deliver(EventParams event, EventSubscription subscription, LoggerService logger) {
        try {
            subscription.onEvent().onEvent(event);
        } catch (Exception failure) {
            logger.warn(
                    "Subscriber \"" + subscription.id() + "\" failed to process event for topic \"" + event.topic()
                            + "\"",
                    failure);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
