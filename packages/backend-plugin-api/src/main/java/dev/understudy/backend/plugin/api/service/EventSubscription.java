// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * Interest in events.
 *
 * @param id unique within the plugin; processes that use the same one share the events among them
 */
public record EventSubscription(String id, List<String> topics, EventHandler onEvent) {
    public EventSubscription {
        topics = List.copyOf(topics);
    }

    /** Deals with events; called by several threads at a time. */
    @FunctionalInterface
    public interface EventHandler {
        /**
         * @throws Exception any failure; it is logged
         */
        void onEvent(EventParams event) throws Exception;
    }
}
