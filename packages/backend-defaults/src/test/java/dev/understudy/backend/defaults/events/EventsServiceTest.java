// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestAuth;
import dev.understudy.backend.defaults.testing.TestPluginServer;
import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ResponseException;
import dev.understudy.types.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventsServiceTest {
    private static final EventParams EVENT =
            new EventParams("todo", Json.mapper().readTree("{\"id\":1}"), Map.of("x", List.of("y")));

    private final RecordingLogger logger = RecordingLogger.create();
    private final LocalEventBus local = new LocalEventBus(logger);
    private final List<EventParams> received = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Queue<TestPluginServer.Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final TestPluginServer server = TestPluginServer.start(this::answer);

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    void handsEventsToAllSubscribersOfTheTopicInTheProcess() {
        var first = service("first", EventBusMode.NEVER);
        var second = service("second", EventBusMode.NEVER);
        first.subscribe(new EventSubscription("a", List.of("todo", "other"), received::add));
        first.subscribe(new EventSubscription("b", List.of("todo"), _ -> {
            throw new IllegalArgumentException("broken");
        }));
        second.subscribe(new EventSubscription("c", List.of("other"), received::add));
        second.publish(EVENT);
        assertThat(received).containsExactly(EVENT);
        assertThat(logger.lines())
                .containsExactly(
                        "debug Event received: topic=todo, metadata={\"x\":[\"y\"]}, payload={\"id\":1}",
                        "warn Subscriber \"first.b\" failed to process event for topic \"todo\"");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void passesEventsOnToTheEventsBackend() {
        answers.add(TestPluginServer.Answer.ok("{}"));
        local.subscribe(new EventSubscription("first.a", List.of("todo"), received::add));
        service("second", EventBusMode.AUTO).publish(EVENT);
        assertThat(server.requests())
                .containsExactly(
                        new TestPluginServer.Request(
                                "POST",
                                "/api/events/bus/v1/events",
                                "Bearer plugin:test-for-events",
                                "{\"event\":{\"payload\":{\"id\":1},\"topic\":\"todo\"},\"notifiedSubscribers\":[\"first.a\"]}"));
    }

    @Test
    void givesUpAnEventsBackendThatIsNotThere() {
        answers.add(new TestPluginServer.Answer(404, "{}"));
        var events = service("test", EventBusMode.AUTO);
        events.publish(EVENT);
        events.publish(EVENT);
        assertThat(server.requests()).hasSize(1);
        assertThat(logger.lines())
                .containsOnlyOnce("warn Event publish request failed with status 404, events backend not found. Future"
                        + " events will not be persisted.");
    }

    @Test
    void insistsOnTheEventsBackendWhenConfigured() {
        answers.add(new TestPluginServer.Answer(404, "{}"));
        assertThatThrownBy(() -> service("test", EventBusMode.ALWAYS).publish(EVENT))
                .isInstanceOf(ResponseException.class)
                .hasMessage("Request failed with 404 Not Found");
    }

    @Test
    void tellsWhenTheEventsBackendRefusesAnEvent() {
        answers.add(new TestPluginServer.Answer(500, "{}"));
        assertThatThrownBy(() -> service("test", EventBusMode.AUTO).publish(EVENT))
                .hasMessage("Request failed with 500 Server Error");
    }

    @Test
    void receivesEventsFromTheEventsBackend() {
        answers.add(new TestPluginServer.Answer(201, ""));
        answers.add(new TestPluginServer.Answer(202, ""));
        answers.add(TestPluginServer.Answer.ok("{\"events\":[{\"topic\":\"todo\",\"payload\":[2]}]}"));
        answers.add(new TestPluginServer.Answer(404, "{}"));
        answers.add(new TestPluginServer.Answer(201, ""));
        service("test", EventBusMode.AUTO).subscribe(new EventSubscription("a b", List.of("todo"), received::add));
        await().until(() -> server.requests().size() == 6);
        assertThat(received)
                .containsExactly(EventParams.of("todo", Json.mapper().readTree("[2]")));
        var events = "GET /api/events/bus/v1/subscriptions/test.a b/events ";
        var subscribe = "PUT /api/events/bus/v1/subscriptions/test.a b {\"topics\":[\"todo\"]}";
        assertThat(server.requests())
                .extracting(request -> request.method() + " " + request.path() + " " + request.body())
                .containsExactly(subscribe, events, events, events, subscribe, events);
        assertThat(logger.lines())
                .containsExactly("info Polling event subscription resulted in a 404, recreating subscription");
    }

    @Test
    void waitsLongerAndLongerWhileTheEventsBackendFails() {
        for (int i = 0; i < 8; i++) {
            answers.add(new TestPluginServer.Answer(503, "{}"));
        }
        service("test", EventBusMode.AUTO).subscribe(new EventSubscription("a", List.of("todo"), received::add));
        await().until(() -> pauses.size() == 8);
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(logger.lines())
                .contains(
                        "warn Poll failed for subscription \"test.a\", retrying in 1000ms",
                        "warn Poll failed for subscription \"test.a\", retrying in 60000ms");
    }

    @Test
    void receivesOnlyLocalEventsWhenThereIsNoEventsBackend() {
        answers.add(new TestPluginServer.Answer(404, "{}"));
        service("test", EventBusMode.AUTO).subscribe(new EventSubscription("a", List.of("todo"), received::add));
        await().until(() -> !logger.lines().isEmpty());
        assertThat(logger.lines())
                .containsExactly(
                        "warn Event subscribe request failed with status 404, events backend not found. Will only"
                                + " receive events that were sent locally on this process.");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void publishesNothingAfterShutdown() throws Exception {
        var events = service("test", EventBusMode.NEVER);
        events.shutdown();
        assertThatThrownBy(() -> events.publish(EVENT)).hasMessage("Service is shutting down");
    }

    @Test
    void refusesModesThatDoNotExist() {
        var config = ConfigReader.fromData(Json.mapper().readTree("{\"events\":{\"useEventBus\":\"maybe\"}}"));
        assertThatThrownBy(() -> EventBusMode.fromConfig(config))
                .hasMessage("Invalid events.useEventBus config, must be one of never, always, auto, got 'maybe'");
    }

    private TestPluginServer.Answer answer(TestPluginServer.Request request) {
        var answer = answers.poll();
        if (answer == null) {
            holdUntilTheEnd();
            return new TestPluginServer.Answer(202, "");
        }
        return answer;
    }

    private void holdUntilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private DefaultEventsService service(String pluginId, EventBusMode mode) {
        var bus = new EventBus(mode, new EventBusClient(new TestAuth(), server), logger);
        return new DefaultEventsService(pluginId, local, bus, logger, this::pause);
    }

    private void pause(Duration time) throws InterruptedException {
        pauses.add(time);
        if (end.getCount() == 0) {
            throw new InterruptedException();
        }
    }
}
