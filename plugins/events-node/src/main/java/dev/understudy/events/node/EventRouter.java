// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Subscribes to topics and publishes what it receives again under another topic, which it chooses for each event.
 * Subclasses must be as thread-safe as {@link EventSubscription.EventHandler} asks for.
 *
 * <p>Backstage counterpart: {@code EventRouter}.
 */
public abstract class EventRouter {
    private final EventsService events;
    private final List<String> topics;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    protected EventRouter(EventsService events, List<String> topics) {
        this.events = events;
        this.topics = List.copyOf(topics);
    }

    /** The id of the subscription; unique within the plugin. */
    protected abstract String subscriberId();

    /** The topic to publish the event under; empty to drop it. */
    protected abstract Optional<String> determineDestinationTopic(EventParams event);

    /** Starts to receive events; only the first call counts. */
    public final void subscribe() {
        if (subscribed.compareAndSet(false, true)) {
            events.subscribe(new EventSubscription(subscriberId(), topics, this::onEvent));
        }
    }

    /**
     * Publishes an event, payload and metadata unchanged, under its destination.
     *
     * @throws RuntimeException what publishing throws
     */
    public final void onEvent(EventParams event) {
        determineDestinationTopic(event)
                .filter(topic -> !topic.isEmpty())
                .map(topic -> new EventParams(topic, event.payload(), event.metadata()))
                .ifPresent(events::publish);
    }
}
