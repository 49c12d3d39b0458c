// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * Spreads events to all who subscribed to their topic: in this process, and in others if the events backend is there.
 * Thread-safe.
 *
 * <p>Backstage counterpart: {@code EventsService}.
 */
public interface EventsService {
    /**
     * Hands an event to the subscribers in this process, waits for them, and passes it on to the events backend. A
     * subscriber's failure is logged.
     *
     * @throws IllegalStateException when the backend stops
     * @throws RuntimeException when the events backend refuses the event
     */
    void publish(EventParams event);

    void subscribe(EventSubscription subscription);
}
