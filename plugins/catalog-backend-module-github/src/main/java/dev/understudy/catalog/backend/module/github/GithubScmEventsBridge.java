// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.errors.InputException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** Turns what GitHub tells into events that know no host, one after the other. Backstage counterpart of the same name. */
final class GithubScmEventsBridge {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GithubHosts hosts;
    private final EventsService events;
    private final CatalogScmEventsService scmEvents;
    private final LoggerService logger;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean stopping;

    GithubScmEventsBridge(
            GithubHosts hosts, EventsService events, CatalogScmEventsService scmEvents, LoggerService logger) {
        this.hosts = hosts;
        this.events = events;
        this.scmEvents = scmEvents;
        this.logger = logger;
    }

    void start() {
        events.subscribe(new EventSubscription("catalog-github-scm-events-bridge", List.of("github"), this::onEvent));
    }

    /** Waits for what is under way, within reason; what comes later is dropped. */
    void stop() throws InterruptedException {
        stopping = true;
        if (turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            turn.unlock();
        }
    }

    private void onEvent(EventParams params) throws InterruptedException {
        var type = params.metadata().getOrDefault("x-github-event", List.of()).stream()
                .findFirst();
        if (type.isEmpty() || params.payload().isNull()) {
            return;
        }
        turn.lockInterruptibly();
        try {
            var skipping = "Skipping GitHub webhook event of type \"" + type.get() + "\" on topic \"" + params.topic()
                    + "\" because ";
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
            logger.warn("Failed to handle GitHub webhook event of type \"" + type + "\"", failure);
        }
    }

    private WebhookOutcome analyze(String type, JsonNode payload) throws IOException, InterruptedException {
        if (!payload.isObject()) {
            throw new InputException("GitHub webhook event payload is not an object");
        }
        return switch (type) {
            case "push" -> new PushEvent(payload, hosts).analyze();
            case "repository" -> new RepositoryEvent(payload).analyze();
            default -> new WebhookOutcome.Unsupported(type);
        };
    }
}
