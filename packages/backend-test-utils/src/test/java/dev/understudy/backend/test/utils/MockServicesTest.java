// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.app.api.SpecializedBackend.createSpecializedBackend;
import static dev.understudy.backend.defaults.BackendDefaults.defaultServiceFactories;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AbortController;
import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.backend.plugin.api.service.HttpRouterService.HttpAuthPolicy;
import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.permission.common.BasicPermission;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MockServicesTest {
    private static final TaskSchedule MANUAL = TaskSchedule.of(TaskFrequency.manual(), HumanDuration.parse("1m"));

    @Test
    void coverEveryDefaultService() {
        // nothing that a plugin asks for begins with this project's own name
        var services = ids(defaultServiceFactories()).filter(id -> !id.startsWith("understudy."));
        assertThat(ids(MockServices.defaults())).containsAll(services.toList());
    }

    private static Stream<String> ids(List<BackendFeature> factories) {
        return factories.stream()
                .map(factory -> ((ServiceFactory) factory).ref().id());
    }

    @Test
    void startABackend() {
        try (var backend = createSpecializedBackend(MockServices.defaults())) {
            assertThat(backend.start().plugins()).isEmpty();
        }
    }

    @Test
    void rootLoggerKeepsWhatChildrenLog() {
        var logger = MockServices.rootLogger();
        var failure = new IllegalStateException("broken");
        logger.child(Map.of("plugin", "todo")).info("Hello", Map.of("count", 1));
        logger.error("Oh no", failure);

        assertThat(logger.lines()).containsExactly("info Hello", "error Oh no");
        assertThat(logger.entries().getFirst().fields()).isEqualTo(Map.of("plugin", "todo", "count", 1));
        assertThat(logger.entries().getLast().failure()).contains(failure);
    }

    @Test
    void lifecycleRunsHooksWhenDriven() {
        var lifecycle = MockServices.rootLifecycle();
        var ran = new ArrayList<String>();
        lifecycle.addStartupHook(() -> ran.add("startup"));
        lifecycle.addBeforeShutdownHook(() -> ran.add("before shutdown"));
        lifecycle.addShutdownHook(() -> ran.add("shutdown"));

        lifecycle.startup();
        lifecycle.startup();
        assertThat(ran).containsExactly("startup");
        lifecycle.beforeShutdown();
        lifecycle.shutdown();
        assertThat(ran).containsExactly("startup", "before shutdown", "shutdown");
        assertThatThrownBy(() -> lifecycle.addStartupHook(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Attempted to add startup hook after startup");
    }

    @Test
    void schedulerRunsTasksWhenTriggered() {
        var scheduler = MockServices.scheduler();
        var ran = new ArrayList<String>();
        var stop = AbortController.create();
        scheduler.scheduleTask(ScheduledTask.of("clean", MANUAL, _ -> ran.add("clean")));
        scheduler.scheduleTask(new ScheduledTask(
                "cancel",
                MANUAL,
                abort -> {
                    scheduler.cancelTask("cancel");
                    ran.add("aborted " + abort.aborted());
                    assertThatThrownBy(() -> scheduler.triggerTask("cancel"))
                            .isInstanceOf(ConflictException.class)
                            .hasMessage("Task cancel is currently running");
                },
                stop.signal()));

        scheduler.triggerTask("clean");
        scheduler.triggerTask("cancel");
        stop.abort();

        assertThat(ran).containsExactly("clean", "aborted true");
        assertThat(scheduler.scheduledTasks()).singleElement().extracting("id").isEqualTo("clean");
        assertThatThrownBy(() -> scheduler.triggerTask("cancel"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Task cancel does not exist");
        assertThatThrownBy(() -> scheduler.cancelTask("clean"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Task clean is not running");
    }

    @Test
    void urlReaderReadsAndFinds() throws Exception {
        var one = "https://example.com/a/one.yaml";
        var reader = MockServices.urlReader(Map.of(one, "1", "https://example.com/b/two.yaml", "2"));
        var first = reader.readUrl(one, Optional.empty());
        var found = reader.search("https://example.com/*/*.yaml", Optional.empty());

        assertThat(first.content()).asString(UTF_8).isEqualTo("1");
        assertThatThrownBy(() -> reader.readUrl(one, first.etag())).isInstanceOf(NotModifiedException.class);
        assertThat(found.files()).extracting(FoundFile::url).containsExactly(one, "https://example.com/b/two.yaml");
        assertThatThrownBy(() -> reader.search("https://example.com/*/*.yaml", Optional.of(found.etag())))
                .isInstanceOf(NotModifiedException.class);
        assertThat(reader.search("https://example.com/c.yaml", Optional.empty()).files())
                .isEmpty();

        reader.put(one, "changed");
        assertThat(reader.readUrl(one, first.etag()).content()).asString(UTF_8).isEqualTo("changed");
        reader.remove(one);
        assertThatThrownBy(() -> reader.readUrl(one, Optional.empty()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("could not read https://example.com/a/one.yaml, 404 Not Found");
    }

    @Test
    void urlReaderReadsTrees(@TempDir Path target) throws Exception {
        var reader = MockServices.urlReader(
                Map.of("https://example.com/a/b/one.txt", "1", "https://example.com/a/two.txt", "2"));
        var all = UrlReaderTreeOptions.none();
        try (var tree = reader.readTree("https://example.com/a", all)) {
            assertThat(tree.dir(target)).isEqualTo(target);
            assertThat(target.resolve("b/one.txt")).hasContent("1");
            assertThatThrownBy(tree::files).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reader.readTree("https://example.com/a", all.withEtag(tree.etag())))
                    .isInstanceOf(NotModifiedException.class);
        }
        try (var tree = reader.readTree("https://example.com/a", all.withFilter((path, _) -> path.equals("two.txt")))) {
            assertThat(tree.files())
                    .singleElement()
                    .extracting(UrlReaderTree.File::path)
                    .isEqualTo("two.txt");
        }
        assertThatThrownBy(() -> reader.readTree("https://example.com/c", all)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void httpRouterKeepsRoutesAndPolicies() throws Exception {
        var router = MockServices.httpRouter();
        router.addAuthPolicy("/open", HttpAuthPolicy.UNAUTHENTICATED);
        router.use(HttpRouter.create().get("/open/:id", request -> HttpResponse.text(request.param("id"))));
        router.use(HttpRouter.create()
                .post(
                        "/echo",
                        request -> HttpResponse.text(request.query().first("q").orElse("")
                                + new String(request.body().readAllBytes(), UTF_8))));

        assertThat(router.policies()).isEqualTo(Map.of("/open", HttpAuthPolicy.UNAUTHENTICATED));
        assertThat(router.handle(MockRequest.get("/open/7")).body()).isEqualTo("7");
        assertThat(router.handle(MockRequest.post("/echo?q=1", "{}")).body()).isEqualTo("1{}");
        assertThat(router.handle(MockRequest.get("/closed")).status()).isEqualTo(404);
    }

    @Test
    void rootHttpRouterKeepsHandlers() throws Exception {
        var router = MockServices.rootHttpRouter();
        router.use("/api/todo", request -> HttpResponse.text(request.baseUrl() + "|" + request.path()));

        assertThat(router.paths()).containsExactly("/api/todo");
        assertThat(router.handle(MockRequest.get("/api/todo/1")).body()).isEqualTo("/api/todo|/1");
        assertThat(router.handle(MockRequest.get("/api/todos")).status()).isEqualTo(404);
    }

    @Test
    void permissionsDecideAsTold() {
        var read = new BasicPermission("todo.read", new PermissionAttributes(Optional.empty()));
        var user = MockCredentials.user();

        assertThat(MockServices.permissions().authorize(read, user)).isEqualTo(DefinitivePolicyDecision.ALLOW);
        assertThat(MockPermissions.deny().authorize(read, user)).isEqualTo(DefinitivePolicyDecision.DENY);
        var onlyServices = MockPermissions.deciding((_, credentials) ->
                credentials.equals(user) ? DefinitivePolicyDecision.DENY : DefinitivePolicyDecision.ALLOW);
        assertThat(onlyServices.authorize(List.of(AuthorizeRequest.of(read)), MockCredentials.service()))
                .containsExactly(DefinitivePolicyDecision.ALLOW);
        assertThat(onlyServices.authorize(read, user)).isEqualTo(DefinitivePolicyDecision.DENY);
    }

    @Test
    void permissionsRegistryIsTheDefaultOne() {
        assertThat(MockServices.permissionsRegistry("todo")).isNotNull();
    }

    @Test
    void cacheForgetsWhenTold() {
        var cache = MockServices.cache();
        cache.set("a", Json.parse("1"));
        assertThat(cache.get("a")).contains(Json.parse("1"));
        cache.clear();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void userInfoHasGroups() {
        var info = MockServices.userInfo("group:default/team").userInfo(MockCredentials.user());

        assertThat(info.ownershipEntityRefs()).containsExactly("user:default/mock", "group:default/team");
        assertThatThrownBy(() -> MockServices.userInfo().userInfo(MockCredentials.service()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("User info not available for service principal");
    }

    @Test
    void connectionsComeFromConfiguration() {
        var config = Map.of("integrations", Map.of("gitlab", List.of(Map.of("host", "gitlab.com", "token", "t"))));
        var query = ConnectionQuery.ofUrl("https://gitlab.com/a/b");
        var found = MockServices.connections("todo", config).find("gitlab", query, List.of("token"));

        assertThat(found.connection().title()).isEqualTo("GitLab");
        assertThat(found.auth().config().get("token").stringValue()).isEqualTo("t");
    }

    @Test
    void discoveryAndHealthAnswer() {
        var health = MockServices.rootHealth();
        health.setReady(false);

        assertThat(health.readiness().status()).isEqualTo(503);
        assertThat(health.liveness().status()).isEqualTo(200);
        assertThat(MockServices.discovery("http://localhost:7007").baseUrl("todo"))
                .isEqualTo("http://localhost:7007/api/todo");
        assertThat(MockServices.rootSystemMetadata("todo").installedPlugins())
                .extracting("pluginId")
                .containsExactly("todo");
    }
}
