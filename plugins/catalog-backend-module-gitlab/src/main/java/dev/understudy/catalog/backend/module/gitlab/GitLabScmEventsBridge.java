// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** Turns what GitLab tells into events that know no host, one after the other. Backstage counterpart of the same name. */
final class GitLabScmEventsBridge {
    private static final String TOPIC = "gitlab";

    private final EventsService events;
    private final CatalogScmEventsService scmEvents;
    private final LoggerService logger;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean stopping;

    GitLabScmEventsBridge(EventsService events, CatalogScmEventsService scmEvents, LoggerService logger) {
        this.events = events;
        this.scmEvents = scmEvents;
        this.logger = logger;
    }

    void start() {
        events.subscribe(new EventSubscription("catalog-gitlab-scm-events-bridge", List.of(TOPIC), this::onEvent));
    }

    /** What comes later is dropped. */
    void stop() {
        stopping = true;
    }

    private void onEvent(EventParams params) throws InterruptedException {
        var type = type(params);
        if (type.isEmpty() || params.payload().isNull()) {
            return;
        }
        turn.lockInterruptibly();
        try {
            var skipping = "Skipping GitLab webhook event of type \"" + type.get() + "\" on topic \"" + params.topic()
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

    /** GitLab names an event in its payload, or in a header such as {@code Push Hook}. */
    private static Optional<String> type(EventParams params) {
        var header = params.metadata().getOrDefault("x-gitlab-event", List.of()).stream()
                .findFirst()
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT)
                        .replaceFirst("\\s+hook$", "")
                        .replaceAll("\\s+", "_"));
        return GitlabUser.text(params.payload(), "object_kind")
                .or(() -> GitlabUser.text(params.payload(), "event_name"))
                .or(() -> header);
    }

    private void publish(String type, JsonNode payload, String skipping) {
        try {
            switch (analyze(type, payload)) {
                case WebhookOutcome.Changes(var changes) -> scmEvents.publish(changes);
                case WebhookOutcome.Ignored(var reason) -> logger.debug(skipping + "it is ignored: " + reason);
                case WebhookOutcome.Aborted(var reason) -> logger.warn(skipping + "it is aborted: " + reason);
                case WebhookOutcome.Unsupported(var event) -> logger.debug(skipping + "it is unsupported: " + event);
            }
        } catch (RuntimeException failure) {
            logger.warn("Failed to handle GitLab webhook event of type \"" + type + "\"", failure);
        }
    }

    private static WebhookOutcome analyze(String type, JsonNode payload) {
        if (!payload.isObject()) {
            throw new InputException("GitLab webhook event payload is not an object");
        }
        return switch (type) {
            case "push" -> new PushEvent(payload).analyze();
            case "repository_update" -> new RepositoryUpdateEvent(payload).analyze();
            default -> new WebhookOutcome.Unsupported(type);
        };
    }
}
