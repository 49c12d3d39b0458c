// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_HTTP_ROUTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.roothttprouter.RootHttpRouterOptions;
import dev.understudy.backend.defaults.roothttprouter.RootHttpRouterServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in a whole backend, with the real services around it. */
final class WiredHttpTest {
    private static final String CONFIG = """
            backend:
              baseUrl: http://localhost:7007
              listen: {host: 127.0.0.1, port: 0}
              database: {client: better-sqlite3, connection: ':memory:'}
              auth:
                externalAccess:
                  - type: static
                    options: {token: a-token-0123456789, subject: test}
            """;

    private final AtomicInteger port = new AtomicInteger();

    @Test
    void servesPluginsFromStartToStop(@TempDir Path directory) throws Exception {
        var config = Files.writeString(directory.resolve("app-config.yaml"), CONFIG);
        try (var backend = createBackend("--config", config.toString());
                var client = HttpClient.newHttpClient()) {
            backend.add(plugin());
            backend.start();

            assertThat(get(client, "/.backstage/health/v1/readiness", "").statusCode())
                    .isEqualTo(200);
            assertThat(get(client, "/api/hello/a", "").statusCode()).isEqualTo(401);
            assertThat(get(client, "/api/hello/a", "a-token-0123456789").body()).isEqualTo("hello a");
            assertThat(get(client, "/api/hello/.backstage/auth/v1/jwks.json", "")
                            .body())
                    .startsWith("{\"keys\":[");

            backend.stop();
            assertThatThrownBy(() -> get(client, "/", "")).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void takesAnotherRootHttpRouter(@TempDir Path directory) throws Exception {
        var config = Files.writeString(directory.resolve("app-config.yaml"), CONFIG);
        try (var backend = createBackend("--config", config.toString());
                var client = HttpClient.newHttpClient()) {
            backend.add(plugin());
            backend.add(RootHttpRouterServiceFactory.factory(
                    RootHttpRouterOptions.defaults().withIndexPath("/api/hello")));
            backend.start();

            assertThat(get(client, "/anywhere", "a-token-0123456789").body()).isEqualTo("hello anywhere");
            assertThat(get(client, "/api/none", "a-token-0123456789").statusCode())
                    .isEqualTo(404);
        }
    }

    private BackendFeature plugin() {
        return createBackendPlugin("hello", reg -> {
            var httpRouter = reg.require(HTTP_ROUTER);
            var rootHttpRouter = reg.require(ROOT_HTTP_ROUTER);
            reg.registerInit(() -> {
                port.set(rootHttpRouter.get().port());
                httpRouter
                        .get()
                        .use(HttpRouter.create()
                                .get(
                                        "/:name",
                                        request -> dev.understudy.backend.plugin.api.http.HttpResponse.text(
                                                "hello " + request.param("name"))));
            });
        });
    }

    private HttpResponse<String> get(HttpClient client, String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.get() + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
