// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventsService;
import java.util.List;
import java.util.Optional;

/**
 * Subscribes to a general topic, such as {@code github}, and publishes its events under more special ones, such as
 * {@code github.push}.
 *
 * <p>Backstage counterpart: {@code SubTopicEventRouter}.
 */
public abstract class SubTopicEventRouter extends EventRouter {
    protected SubTopicEventRouter(EventsService events, String topic) {
        super(events, List.of(topic));
    }

    /** The last part of the event's new topic, from its metadata or payload; empty to drop it. */
    protected abstract Optional<String> determineSubTopic(EventParams event);

    @Override
    protected final Optional<String> determineDestinationTopic(EventParams event) {
        return determineSubTopic(event)
                .filter(subTopic -> !subTopic.isEmpty())
                .map(subTopic -> event.topic() + "." + subTopic);
    }
}
