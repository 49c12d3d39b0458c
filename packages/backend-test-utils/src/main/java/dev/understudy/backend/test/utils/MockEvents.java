// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hands events to subscribers at once, on the publisher's thread, and keeps what was published. Thread-safe.
 *
 * <p>Backstage counterpart: {@code mockServices.events} and {@code TestEventsService}.
 */
public final class MockEvents implements EventsService {
    private final List<EventParams> published = new CopyOnWriteArrayList<>();
    private final List<EventSubscription> subscriptions = new CopyOnWriteArrayList<>();

    private MockEvents() {}

    public static MockEvents create() {
        return new MockEvents();
    }

    /** What has been published so far. */
    public List<EventParams> published() {
        return List.copyOf(published);
    }

    /** Who has subscribed so far. */
    public List<EventSubscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /**
     * Hands an event on.
     *
     * @throws RuntimeException the failure of a subscriber; a checked exception as the cause
     */
    @Override
    public void publish(EventParams event) {
        published.add(event);
        subscriptions.stream()
                .filter(subscription -> subscription.topics().contains(event.topic()))
                .forEach(subscription -> deliver(event, subscription));
    }

    private static void deliver(EventParams event, EventSubscription subscription) {
        try {
            subscription.onEvent().onEvent(event);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(
                    "Subscriber '" + subscription.id() + "' failed on topic '" + event.topic() + "'", failure);
        }
    }

    @Override
    public void subscribe(EventSubscription subscription) {
        subscriptions.add(subscription);
    }
}
