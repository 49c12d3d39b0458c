// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.test.utils.MockEvents;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class EventRouterTest {
    private static final JsonNode PAYLOAD = Json.mapper().readTree("{\"id\":1}");
    private static final Map<String, List<String>> METADATA = Map.of("x-github-event", List.of("push"));

    private final MockEvents events = MockEvents.create();

    @Test
    void publishesUnderTheSubTopicWithPayloadAndMetadata() {
        new ByHeader(events).subscribe();
        events.publish(new EventParams("github", PAYLOAD, METADATA));
        assertThat(events.published())
                .containsExactly(
                        new EventParams("github", PAYLOAD, METADATA),
                        new EventParams("github.push", PAYLOAD, METADATA));
    }

    @Test
    void dropsEventsWithoutASubTopic() {
        new ByHeader(events).subscribe();
        events.publish(EventParams.of("github", PAYLOAD));
        events.publish(new EventParams("github", PAYLOAD, Map.of("x-github-event", List.of(""))));
        assertThat(events.published()).extracting(EventParams::topic).containsExactly("github", "github");
    }

    @Test
    void subscribesOnceUnderItsId() {
        var router = new ByHeader(events);
        router.subscribe();
        router.subscribe();
        assertThat(events.subscriptions()).extracting(EventSubscription::id).containsExactly("ByHeader");
    }

    @Test
    void routesEventsOfManyTopicsAnywhere() {
        new ToArchive(events).subscribe();
        events.publish(EventParams.of("github", PAYLOAD));
        events.publish(EventParams.of("gitlab", PAYLOAD));
        events.publish(EventParams.of("other", PAYLOAD));
        assertThat(events.published())
                .extracting(EventParams::topic)
                .containsExactly("github", "archive.github", "gitlab", "archive.gitlab", "other");
    }

    @Test
    void hasTheReferencesExtensionPoint() {
        assertThat(EventsExtensionPoints.EVENTS.id()).isEqualTo("events");
    }

    @Test
    void rejectsWithAnErrorsStatusOnly() {
        assertThat(RequestRejection.forbidden().status()).isEqualTo(403);
        assertThatThrownBy(() -> new RequestRejection(200, PAYLOAD))
                .hasMessage("A rejection has a status from 400 to 599, got 200");
    }

    private static final class ByHeader extends SubTopicEventRouter {
        ByHeader(EventsService events) {
            super(events, "github");
        }

        @Override
        protected String subscriberId() {
            return "ByHeader";
        }

        @Override
        protected Optional<String> determineSubTopic(EventParams event) {
            return event.metadata().getOrDefault("x-github-event", List.of()).stream()
                    .findFirst();
        }
    }

    private static final class ToArchive extends EventRouter {
        ToArchive(EventsService events) {
            super(events, List.of("github", "gitlab"));
        }

        @Override
        protected String subscriberId() {
            return "ToArchive";
        }

        @Override
        protected Optional<String> determineDestinationTopic(EventParams event) {
            return Optional.of("archive." + event.topic());
        }
    }
}
