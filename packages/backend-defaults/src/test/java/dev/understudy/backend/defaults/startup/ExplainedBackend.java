// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BackendWiring;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpRouterService.HttpAuthPolicy;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.errors.ForwardedException;
import dev.understudy.types.HumanDuration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend with a plugin that starts, one that does not, and much that must not be shown. */
final class ExplainedBackend implements AutoCloseable {
    static final String TOKEN = "a-static-token-0123456789";
    static final String RESTRICTED_TOKEN = "restricted-token-0123456789";
    static final String LIMITED_TOKEN = "limited-token-0123456789";
    static final String PASSWORD = "correct-horse-battery";
    static final String ATTACK = "</script><script>document.documentElement.dataset.pwned=1</script>"
            + "<img src=x onerror=document.documentElement.dataset.pwned=1>";

    private final Backend backend;
    private final AtomicInteger port;
    private final HttpClient client = HttpClient.newHttpClient();

    private ExplainedBackend(Backend backend, AtomicInteger port) {
        this.backend = backend;
        this.port = port;
    }

    static ExplainedBackend start(Path directory, String moreConfig) throws IOException {
        var config = Files.writeString(directory.resolve("app-config.yaml"), config());
        var more = Files.writeString(directory.resolve("app-config.local.yaml"), moreConfig);
        var port = new AtomicInteger();
        var backend = createBackend("--config", config.toString(), "--config", more.toString())
                .add(portFactory(port))
                .add(todo())
                .add(createBackendModule("todo", "reminders", registration -> registration.registerInit(() -> {})))
                .add(search());
        backend.start();
        return new ExplainedBackend(backend, port);
    }

    private static String config() {
        return """
                app: {title: "%1$s"}
                backend:
                  baseUrl: http://localhost:7007
                  listen: {host: 127.0.0.1, port: 0}
                  startup: {plugins: {search: {onPluginBootFailure: continue}}}
                  auth:
                    externalAccess:
                      - type: static
                        options: {token: %2$s, subject: robot}
                      - type: static
                        options: {token: %3$s, subject: robot}
                        accessRestrictions: [{plugin: catalog}]
                      - type: static
                        options: {token: %4$s, subject: robot}
                        accessRestrictions: [{plugin: understudy, permission: some.permission}]
                search:
                  url: http://search:%5$s@localhost:9200
                  password: %5$s
                """.formatted(ATTACK, TOKEN, RESTRICTED_TOKEN, LIMITED_TOKEN, PASSWORD);
    }

    private static BackendFeature portFactory(AtomicInteger port) {
        RootServiceRef<AtomicInteger> ref = BackendWiring.createRootServiceRef("test.port", AtomicInteger.class);
        return createServiceFactory(ref, factory -> {
            var router = factory.require(CoreServices.ROOT_HTTP_ROUTER);
            return () -> {
                port.set(router.get().port());
                return port;
            };
        });
    }

    private static BackendFeature todo() {
        return createBackendPlugin("todo", registration -> {
            var httpRouter = registration.require(CoreServices.HTTP_ROUTER);
            var scheduler = registration.require(CoreServices.SCHEDULER);
            registration.registerInit(() -> {
                httpRouter.get().addAuthPolicy("/open", HttpAuthPolicy.UNAUTHENTICATED);
                httpRouter
                        .get()
                        .use(HttpRouter.create()
                                .get("/todos/:id", _ -> HttpResponse.status(204))
                                .get("/open/:id", _ -> HttpResponse.status(204))
                                .mount("/admin/", HttpRouter.create().delete("/", _ -> HttpResponse.status(204))));
                var schedule = TaskSchedule.of(TaskFrequency.every("1h"), HumanDuration.parse("1m"));
                scheduler.get().scheduleTask(ScheduledTask.of("tidy-todos", schedule, _ -> {}));
            });
        });
    }

    private static BackendFeature search() {
        return createBackendPlugin(
                "search",
                registration -> registration.registerInit(() -> {
                    var refused =
                            new IOException("Connection refused by http://search:" + PASSWORD + "@localhost:9200");
                    var unreadable = new IllegalStateException("The index can not be read " + ATTACK, refused);
                    throw new ForwardedException("Search can not start", unreadable);
                }));
    }

    String url() {
        return "http://127.0.0.1:" + port.get() + "/.understudy";
    }

    /** The status and the body of an answer. */
    String get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    @Override
    public void close() {
        backend.stop();
        client.close();
    }
}
