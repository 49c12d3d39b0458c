// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.List;

/**
 * Tells those who are interested what changed at hosts of source code. It works within one process, so that who publishes
 * has to run together with the catalog. Thread-safe. Backstage counterpart of the same name.
 */
public interface CatalogScmEventsService {
    /** A service that holds its subscribers in memory, and counts nothing. */
    static CatalogScmEventsService inMemory(LoggerService logger) {
        return new DefaultCatalogScmEventsService(logger);
    }

    /** Wants to be told of all events from now on. */
    Subscription subscribe(Subscriber subscriber);

    /** Tells all subscribers at the same time, and waits for them. What a subscriber throws is logged. */
    void publish(List<CatalogScmEvent> events);

    /**
     * Counts what a subscriber did because of events.
     *
     * @param action such as {@code refresh}, {@code delete}, {@code create} or {@code move}
     * @param count how many locations or entities it was done to
     */
    void markEventActionTaken(String action, int count);

    /** Deals with events; called by several threads at a time. */
    @FunctionalInterface
    interface Subscriber {
        void onEvents(List<CatalogScmEvent> events) throws Exception;
    }

    /** A subscriber's place among those who are told. */
    @FunctionalInterface
    interface Subscription {
        void unsubscribe();
    }
}
