// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two plugins in a real backend that call each other over HTTP. */
final class BackendDefaultsTest {
    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var config = Files.writeString(directory.resolve("app-config.yaml"), """
                backend:
                  baseUrl: http://localhost:%1$d
                  listen: 127.0.0.1:%1$d
                  auth:
                    externalAccess:
                      - type: static
                        options: { token: static-token-0123456789, subject: robot }
                """.formatted(port));
        backend = createBackend("--config", config.toString()).add(answering()).add(asking());
        backend.start();
    }

    @AfterEach
    void stop() {
        backend.stop();
        client.close();
    }

    @Test
    void knowsExternalSystems() throws Exception {
        assertThat(get("/api/answering/who", "static-token-0123456789"))
                .isEqualTo("200 backstageCredentials{servicePrincipal{robot}}");
        assertThat(get("/api/answering/who", "static-token-0123456788")).startsWith("401 ");
        assertThat(get("/api/answering/who", "")).startsWith("401 ");
    }

    @Test
    void letsPluginsCallEachOther() throws Exception {
        assertThat(get("/api/asking/ask", "static-token-0123456789"))
                .isEqualTo("200 200 backstageCredentials{servicePrincipal{plugin:asking}}");
    }

    @Test
    void publishesTheKeysOfPlugins() throws Exception {
        get("/api/asking/ask", "static-token-0123456789");
        assertThat(get("/api/asking/.backstage/auth/v1/jwks.json", ""))
                .startsWith("200 {\"keys\":[{\"kty\":\"EC\",\"x\":\"");
    }

    private static BackendFeature answering() {
        return createBackendPlugin("answering", reg -> {
            var httpRouter = reg.require(CoreServices.HTTP_ROUTER);
            var httpAuth = reg.require(CoreServices.HTTP_AUTH);
            reg.registerInit(() -> {
                var auth = httpAuth.get();
                httpRouter
                        .get()
                        .use(HttpRouter.create()
                                .get(
                                        "/who",
                                        request -> HttpResponse.text(
                                                auth.credentials(request).toString())));
            });
        });
    }

    private BackendFeature asking() {
        return createBackendPlugin("asking", reg -> {
            var httpRouter = reg.require(CoreServices.HTTP_ROUTER);
            var auth = reg.require(CoreServices.AUTH);
            var discovery = reg.require(CoreServices.DISCOVERY);
            reg.registerInit(() -> {
                var tokens = auth.get();
                var url = discovery.get().baseUrl("answering") + "/who";
                httpRouter.get().use(HttpRouter.create().get("/ask", _ -> {
                    var token = tokens.pluginRequestToken(tokens.ownServiceCredentials(), "answering");
                    return HttpResponse.text(send(URI.create(url), token));
                }));
            });
        });
    }

    private String get(String path, String token) throws Exception {
        return send(URI.create("http://127.0.0.1:" + port + path), token);
    }

    private String send(URI url, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
