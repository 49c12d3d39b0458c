// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.service.ActionDefinition;
import dev.understudy.backend.plugin.api.service.AuditorService.AuditorEventOptions;
import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that uses the services for work in the background, for permissions and for actions, in a whole backend. */
final class CoreServicesWiredTest {
    private static final String CONFIG = """
            backend:
              baseUrl: http://localhost:7007
              listen: {host: 127.0.0.1, port: 0}
              database: {client: better-sqlite3, connection: ':memory:'}
              auth:
                externalAccess:
                  - type: static
                    options: {token: a-token-0123456789, subject: test}
            events: {useEventBus: never}
            """;
    private static final Permission USE = Permission.basic("hello.use", PermissionAttributes.NONE);

    private final AtomicInteger port = new AtomicInteger();
    private final CountDownLatch taskRuns = new CountDownLatch(1);
    private final CountDownLatch eventsReceived = new CountDownLatch(1);

    @Test
    void servesAPluginThatUsesThemAll(@TempDir Path directory) throws Exception {
        var config = Files.writeString(directory.resolve("app-config.yaml"), CONFIG);
        try (var backend = createBackend("--config", config.toString())) {
            backend.add(plugin());
            backend.start();
            assertThat(taskRuns.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(eventsReceived.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(get("/.backstage/scheduler/v1/tasks")).startsWith("{\"tasks\":[{\"taskId\":\"tidy\"");
            assertThat(get("/.well-known/backstage/permissions/metadata")).contains("\"name\":\"hello.use\"");
            assertThat(get("/.backstage/actions/v1/actions")).contains("\"id\":\"hello:wave\"");
            backend.stop();
        }
    }

    private BackendFeature plugin() {
        return createBackendPlugin("hello", registration -> {
            var rootHttpRouter = registration.require(CoreServices.ROOT_HTTP_ROUTER);
            var scheduler = registration.require(CoreServices.SCHEDULER);
            var permissions = registration.require(CoreServices.PERMISSIONS);
            var permissionsRegistry = registration.require(CoreServices.PERMISSIONS_REGISTRY);
            var cache = registration.require(CoreServices.CACHE);
            var events = registration.require(CoreServices.EVENTS);
            var auditor = registration.require(CoreServices.AUDITOR);
            var auth = registration.require(CoreServices.AUTH);
            var actions = registration.require(CoreServices.ACTIONS_REGISTRY);
            registration.registerInit(() -> {
                port.set(rootHttpRouter.get().port());
                var hourly = TaskSchedule.of(TaskFrequency.every("1h"), HumanDuration.parse("1m"));
                scheduler.get().scheduleTask(ScheduledTask.of("tidy", hourly, _ -> taskRuns.countDown()));
                permissionsRegistry.get().addPermissions(List.of(USE));
                var itself = auth.get().ownServiceCredentials();
                assertThat(permissions.get().authorize(USE, itself)).isEqualTo(DefinitivePolicyDecision.ALLOW);
                cache.get().set("key", Json.mapper().readTree("1"));
                assertThat(cache.get().get("key")).isPresent();
                events.get().subscribe(new EventSubscription("a", List.of("wave"), _ -> eventsReceived.countDown()));
                events.get().publish(EventParams.of("wave", Json.mapper().readTree("{}")));
                auditor.get().createEvent(AuditorEventOptions.of("start"));
                actions.get()
                        .register(ActionDefinition.of(
                                "wave", "Wave", "Waves", ActionDefinition.Schema.none(), _ -> Optional.empty()));
            });
        });
    }

    private String get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.get() + "/api/hello" + path))
                    .header("Authorization", "Bearer a-token-0123456789")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
