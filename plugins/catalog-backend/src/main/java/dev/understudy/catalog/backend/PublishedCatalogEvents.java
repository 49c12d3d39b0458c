// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.processing.CatalogEvents;
import tools.jackson.databind.JsonNode;

/** Tells subscribers everywhere; processing goes on if they cannot be told. */
record PublishedCatalogEvents(EventsService events, LoggerService logger) implements CatalogEvents {
    @Override
    public void publish(String topic, JsonNode payload) {
        try {
            events.publish(EventParams.of(topic, payload));
        } catch (RuntimeException failure) {
            logger.warn("Failed to publish an event on the topic " + topic, failure);
        }
    }
}
