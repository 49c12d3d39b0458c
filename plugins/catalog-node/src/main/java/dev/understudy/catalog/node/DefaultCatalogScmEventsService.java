// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Holds the subscribers in memory. */
final class DefaultCatalogScmEventsService implements CatalogScmEventsService {
    private final LoggerService logger;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    DefaultCatalogScmEventsService(LoggerService logger) {
        this.logger = logger;
    }

    /** Has an identity of its own, so that one subscriber may subscribe twice. */
    private static final class Listener {
        private final Subscriber subscriber;

        Listener(Subscriber subscriber) {
            this.subscriber = subscriber;
        }
    }

    @Override
    public Subscription subscribe(Subscriber subscriber) {
        var listener = new Listener(subscriber);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void publish(List<CatalogScmEvent> events) {
        var told = List.copyOf(events);
        var calls = listeners.stream()
                .map(listener -> (Callable<Boolean>) () -> tell(listener.subscriber, told))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(calls);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tell(Subscriber subscriber, List<CatalogScmEvent> events) {
        try {
            subscriber.onEvents(events);
            return true;
        } catch (Exception failure) {
            logger.warn("A subscriber to SCM events failed", failure);
            return false;
        }
    }

    @Override
    public void markEventActionTaken(String action, int count) {}
}
