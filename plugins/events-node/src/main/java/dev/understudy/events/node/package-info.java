// SPDX-License-Identifier: Apache-2.0
/**
 * What plugins and modules use to route events, and to take them in from outside. The service itself is
 * {@link dev.understudy.backend.plugin.api.CoreServices#EVENTS}.
 *
 * <pre>{@code
 * final class GithubEventRouter extends SubTopicEventRouter {
 *     GithubEventRouter(EventsService events) {
 *         super(events, "github");
 *     }
 *
 *     @Override
 *     protected String subscriberId() {
 *         return "GithubEventRouter";
 *     }
 *
 *     @Override
 *     protected Optional<String> determineSubTopic(EventParams event) {
 *         return event.metadata().getOrDefault("x-github-event", List.of()).stream().findFirst();
 *     }
 * }
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/plugin-events-node}.
 */
@NullMarked
package dev.understudy.events.node;

import org.jspecify.annotations.NullMarked;
