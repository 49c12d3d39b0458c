// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.AUDITOR;
import static dev.understudy.backend.plugin.api.CoreServices.DATABASE;
import static dev.understudy.backend.plugin.api.CoreServices.DISCOVERY;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.app.api.BackendStartupException;
import dev.understudy.backend.app.api.BackendStartupResult;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.Init;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AuditorService.AuditorEventOptions;
import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class TestBackendTest {
    @AfterAll
    static void allBackendsAreClosed() {
        assertThat(TestBackend.openBackends()).isEmpty();
    }

    private static BackendFeature echo() {
        return createBackendPlugin("echo", reg -> {
            var httpRouter = reg.require(HTTP_ROUTER);
            var httpAuth = reg.require(HTTP_AUTH);
            reg.registerInit(() -> httpRouter
                    .get()
                    .use(HttpRouter.create()
                            .route(
                                    "PUT",
                                    "/body",
                                    request -> HttpResponse.text(
                                            new String(request.body().readAllBytes(), StandardCharsets.UTF_8)))
                            .get(
                                    "/whoami",
                                    request -> HttpResponse.text(httpAuth.get()
                                            .credentials(request)
                                            .principal()
                                            .toString()))));
        });
    }

    private static BackendFeature pluginThat(Init init) {
        return createBackendPlugin("bad", reg -> reg.registerInit(init));
    }

    @Test
    void servesOnAFreePort() {
        try (var backend = TestBackend.start(TestBackendTest::echo)) {
            assertThat(backend.url()).matches("http://localhost:[1-9][0-9]+");
            assertThat(backend.result().outcome()).isEqualTo(BackendStartupResult.Outcome.SUCCESS);
            assertThat(backend.http().put("/api/echo/body", Map.of("a", 1)).body())
                    .isEqualTo("{\"a\":1}");
            assertThat(backend.http().get("/.backstage/health/v1/readiness").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void sendsTheCredentialsOfTheMockUserUnlessToldOtherwise() {
        try (var backend = TestBackend.start(TestBackendTest::echo)) {
            var http = backend.http();
            var whoami = "/api/echo/whoami";

            assertThat(http.get(whoami).body()).isEqualTo("userPrincipal{user:default/mock}");
            assertThat(http.as(MockCredentials.service("plugin:catalog"))
                            .get(whoami)
                            .body())
                    .isEqualTo("servicePrincipal{plugin:catalog}");
            assertThat(http.request("GET", whoami, MockCredentials.user("user:default/jo", "plugin:search"))
                            .body())
                    .isEqualTo("userPrincipal{user:default/jo,actor={servicePrincipal{plugin:search}}}");
            assertThat(http.request("GET", whoami, MockCredentials.none()).status())
                    .isEqualTo(401);
            assertThat(http.withHeader("Authorization", "Bearer " + MockCredentials.invalidUserToken())
                            .get(whoami)
                            .errorMessage())
                    .isEqualTo("User token is invalid");
        }
    }

    @Test
    void laysConfigurationOverThatOfTheTest() {
        var seen = new ArrayList<String>();
        var plugin = createBackendPlugin("reader", reg -> {
            var config = reg.require(ROOT_CONFIG);
            reg.registerInit(() -> {
                seen.add(config.get().string("app.title"));
                seen.add(config.get().string("backend.listen.host"));
            });
        });

        TestBackend.with(Map.of("app", Map.of("title", "Test")))
                .add(plugin)
                .start()
                .close();

        assertThat(seen).containsExactly("Test", "localhost");
    }

    @Test
    void letsAFactoryTakeThePlaceOfAMock() {
        var auditor = MockAuditor.create();
        var plugin = createBackendPlugin("careful", reg -> {
            var audit = reg.require(AUDITOR);
            var discovery = reg.require(DISCOVERY);
            reg.registerInit(() -> audit.get()
                    .createEvent(AuditorEventOptions.of("start"))
                    .success(Map.of("url", discovery.get().baseUrl("catalog"))));
        });

        try (var backend = TestBackend.with(Map.of())
                .add(plugin)
                .add(MockServices.auditorFactory(auditor))
                .start()) {
            assertThat(auditor.lines()).containsExactly("start initiated", "start succeeded");
            assertThat(auditor.entries().getLast().meta()).isEqualTo(Map.of("url", backend.url() + "/api/catalog"));
        }
    }

    @Test
    void givesHoldOfTasksEventsAndDatabases() {
        var heard = new ArrayList<String>();
        var schedule = TaskSchedule.of(TaskFrequency.every("1h"), HumanDuration.parse("1m"));
        var plugin = createBackendPlugin("busy", reg -> {
            var scheduler = reg.require(SCHEDULER);
            var events = reg.require(EVENTS);
            var database = reg.require(DATABASE);
            reg.registerInit(() -> {
                var sql = Sql.writing(database.get());
                sql.update("create table runs (id integer primary key)");
                scheduler.get().scheduleTask(ScheduledTask.of("run", schedule, _ -> {
                    sql.update("insert into runs (id) values (1)");
                    events.get().publish(EventParams.of("runs", Json.parse("1")));
                }));
            });
        });

        try (var backend = TestBackend.start(() -> plugin)) {
            backend.events()
                    .subscribe(new EventSubscription("test", List.of("runs"), event -> heard.add(event.topic())));
            backend.scheduler("busy").triggerTask("run");

            assertThat(heard).containsExactly("runs");
            assertThat(Sql.reading(backend.database("busy")).query("select id from runs", row -> row.getLong(1)))
                    .containsExactly(1L);
        }
    }

    @Test
    void throwsWhatAPluginThrewAndLeavesNothingOpen() {
        assertThatThrownBy(() -> TestBackend.start(() -> pluginThat(() -> {
                    throw new IllegalStateException("no luck");
                })))
                .isInstanceOf(BackendStartupException.class)
                .hasMessageContaining("Plugin 'bad' startup failed");
    }

    @Test
    void complainsOfConnectionsThatAreNotGivenBack() {
        var plugin = createBackendPlugin("keeper", reg -> {
            var database = reg.require(DATABASE);
            reg.registerInit(() -> {
                var kept = database.get().dataSource().getConnection();
                kept.setAutoCommit(false);
            });
        });
        var backend = TestBackend.start(() -> plugin);

        assertThatThrownBy(backend::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Plugin 'keeper' has not given back 1 database connection(s)");
    }

    @Test
    void complainsOfThreadsThatDoNotEnd() {
        var done = new CountDownLatch(1);
        var backend = TestBackend.start(
                () -> pluginThat(() -> Thread.ofPlatform().name("forgotten").start(() -> awaitQuietly(done))));

        assertThatThrownBy(backend::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Threads are still running: forgotten");
        done.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tellsWhereOpenBackendsWereStarted() {
        try (var backend = TestBackend.start()) {
            assertThat(TestBackend.openBackends())
                    .as(backend.url())
                    .singleElement()
                    .asString()
                    .contains("TestBackendTest.tellsWhereOpenBackendsWereStarted");
        }
    }

    @Test
    void closesOnce() {
        var backend = TestBackend.start(TestBackendTest::echo);
        backend.close();
        backend.close();

        assertThatThrownBy(() -> backend.http().get("/api/echo/whoami")).isInstanceOf(UncheckedIOException.class);
    }
}
