// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.InputException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/**
 * Turns what hosts of one kind tell into events that know no host, one after the other. Thread-safe. Backstage counterpart:
 * {@code GithubScmEventsBridge}, {@code GitLabScmEventsBridge}.
 */
public final class ScmEventsBridge {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScmWebhooks webhooks;
    private final EventsService events;
    private final CatalogScmEventsService scmEvents;
    private final LoggerService logger;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean stopping;

    public ScmEventsBridge(
            ScmWebhooks webhooks, EventsService events, CatalogScmEventsService scmEvents, LoggerService logger) {
        this.webhooks = webhooks;
        this.events = events;
        this.scmEvents = scmEvents;
        this.logger = logger;
    }

    /** Listens from now on. */
    public void start() {
        events.subscribe(new EventSubscription(
                "catalog-" + webhooks.topic() + "-scm-events-bridge", List.of(webhooks.topic()), this::onEvent));
    }

    /** Waits for what is under way, within reason; what comes later is dropped. */
    public void stop() throws InterruptedException {
        stopping = true;
        if (turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            turn.unlock();
        }
    }

    private void onEvent(EventParams params) throws InterruptedException {
        var type = webhooks.type(params);
        if (type.isEmpty() || params.payload().isNull()) {
            return;
        }
        turn.lockInterruptibly();
        try {
            var skipping = "Skipping " + webhooks.host() + " webhook event of type \"" + type.get() + "\" on topic \""
                    + params.topic() + "\" because ";
            if (stopping) {
                logger.warn(skipping + "the bridge is shutting down");
            } else {
                publish(type.get(), params.payload(), skipping);
            }
        } finally {
            turn.unlock();
        }
    }

    private void publish(String type, JsonNode payload, String skipping) throws InterruptedException {
        try {
            switch (analyze(type, payload)) {
                case WebhookOutcome.Changes(var changes) -> scmEvents.publish(changes);
                case WebhookOutcome.Ignored(var reason) -> logger.debug(skipping + "it is ignored: " + reason);
                case WebhookOutcome.Aborted(var reason) -> logger.warn(skipping + "it is aborted: " + reason);
                case WebhookOutcome.Unsupported(var event) -> logger.debug(skipping + "it is unsupported: " + event);
            }
        } catch (IOException | RuntimeException failure) {
            logger.warn("Failed to handle " + webhooks.host() + " webhook event of type \"" + type + "\"", failure);
        }
    }

    private WebhookOutcome analyze(String type, JsonNode payload) throws IOException, InterruptedException {
        if (!payload.isObject()) {
            throw new InputException(webhooks.host() + " webhook event payload is not an object");
        }
        return webhooks.analyze(type, payload);
    }
}
