// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import dev.understudy.backend.defaults.internal.PluginClient;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.EventParams;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The events backend, over HTTP. */
final class EventBusClient {
    private static final String NOTIFY_TIMEOUT = "backstage-events-notify-timeout";
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final AuthService auth;
    private final DiscoveryService discovery;

    EventBusClient(AuthService auth, DiscoveryService discovery) {
        this.auth = auth;
        this.discovery = discovery;
    }

    /** What became of a request. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        record NotFound() implements Outcome {}

        record Events(List<EventParams> events) implements Outcome {}

        /** There are no events yet; {@link #await} returns when it is worth asking again. */
        record Later(InputStream body, Optional<Duration> atMost) implements Outcome {
            void await() {
                var giveUp = atMost.map(this::closeAfter);
                try (body) {
                    body.readAllBytes();
                } catch (IOException over) {
                    // an ended wait looks like a broken connection
                    return;
                } finally {
                    giveUp.ifPresent(Thread::interrupt);
                }
            }

            private Thread closeAfter(Duration time) {
                return Thread.startVirtualThread(() -> {
                    try {
                        Thread.sleep(time);
                        body.close();
                    } catch (InterruptedException | IOException over) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    Outcome publish(EventParams event, List<String> notifiedSubscribers) {
        var body = JsonNodeFactory.instance.objectNode();
        var json = body.putObject("event");
        json.set("payload", event.payload());
        json.put("topic", event.topic());
        var notified = body.putArray("notifiedSubscribers");
        notifiedSubscribers.forEach(notified::add);
        return outcome(PluginClient.send(PluginClient.request("POST", url("/events"), token(), body)));
    }

    Outcome subscribe(String subscriptionId, List<String> topics) {
        var body = JsonNodeFactory.instance.objectNode();
        var names = body.putArray("topics");
        topics.forEach(names::add);
        return outcome(PluginClient.send(PluginClient.request("PUT", subscription(subscriptionId), token(), body)));
    }

    Outcome events(String subscriptionId) throws IOException {
        var response = PluginClient.open(PluginClient.request(subscription(subscriptionId) + "/events", token()));
        if (response.statusCode() == 202) {
            return new Outcome.Later(response.body(), notifyTimeout(response));
        }
        try (var body = response.body()) {
            var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            var answer = new PluginClient.Answer(response.statusCode(), response.headers(), text);
            return answer.status() == 200 ? new Outcome.Events(read(answer)) : outcome(answer);
        }
    }

    private static List<EventParams> read(PluginClient.Answer answer) {
        var events = new ArrayList<EventParams>();
        for (var event : answer.json().path("events")) {
            var payload = event.path("payload");
            events.add(EventParams.of(
                    event.path("topic").asString(""),
                    payload.isMissingNode() ? JsonNodeFactory.instance.nullNode() : payload));
        }
        return events;
    }

    private static Optional<Duration> notifyTimeout(HttpResponse<?> response) {
        return response.headers()
                .firstValue(NOTIFY_TIMEOUT)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)).plus(GRACE));
    }

    private static Outcome outcome(PluginClient.Answer answer) {
        if (answer.status() == 404) {
            return new Outcome.NotFound();
        }
        if (!answer.isOk()) {
            throw answer.toException();
        }
        return new Outcome.Done();
    }

    private String subscription(String id) {
        return url("/subscriptions/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private String url(String path) {
        return discovery.baseUrl("events") + "/bus/v1" + path;
    }

    private Optional<String> token() {
        return Optional.of(auth.pluginRequestToken(auth.ownServiceCredentials(), "events"));
    }
}
