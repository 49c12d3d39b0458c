// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ResponseException;

/** The events backend as one plugin uses it, until it turns out not to be there. */
final class EventBus {
    private final EventBusMode mode;
    private final EventBusClient client;
    private final LoggerService logger;
    private final ShutdownGate gate = new ShutdownGate();
    private volatile boolean used;

    EventBus(EventBusMode mode, EventBusClient client, LoggerService logger) {
        this.mode = mode;
        this.client = client;
        this.logger = logger;
        this.used = mode != EventBusMode.NEVER;
    }

    boolean isUsed() {
        return used;
    }

    EventBusClient client() {
        return client;
    }

    ShutdownGate gate() {
        return gate;
    }

    /** Gives the events backend up, unless it must be there. */
    void notFound(String warning) {
        if (mode == EventBusMode.ALWAYS) {
            throw ResponseException.of(404, "Not Found", null, "");
        }
        if (used) {
            used = false;
            logger.warn(warning);
        }
    }
}
