// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.defaults.internal.NeverWaits;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import dev.understudy.backend.plugin.api.service.RootHttpRouterService;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;

/** A server on a free port, and the means to talk to it. */
public final class TestServer implements AutoCloseable {
    private final RecordingLogger logger = RecordingLogger.create();
    private final DefaultRootHttpRouter router;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(
            String backendConfig, NodeEnvironment environment, RootHttpRouterOptions options, RootHealthService health)
            throws Exception {
        router = DefaultRootHttpRouter.start(options, services(config(backendConfig), logger, environment, health));
    }

    private TestServer(String backendConfig, NodeEnvironment environment, RootHttpRouterOptions options)
            throws Exception {
        this(backendConfig, environment, options, new Healthy());
    }

    static TestServer start(RootHealthService health) throws Exception {
        return new TestServer("", new NodeEnvironment("test"), RootHttpRouterOptions.defaults(), health);
    }

    public static TestServer start() throws Exception {
        return start("");
    }

    /**
     * @param backendConfig further keys of {@code backend}, as JSON without the braces
     */
    public static TestServer start(String backendConfig) throws Exception {
        return start(backendConfig, RootHttpRouterOptions.defaults());
    }

    static TestServer start(String backendConfig, RootHttpRouterOptions options) throws Exception {
        return new TestServer(backendConfig, new NodeEnvironment("test"), options);
    }

    public static TestServer startInDevelopment() throws Exception {
        return new TestServer("", new NodeEnvironment("development"), RootHttpRouterOptions.defaults());
    }

    /** The configuration of a backend that listens on a free local port. */
    public static Config config(String backendConfig) {
        var listen = backendConfig.contains("\"listen\"") ? "" : ", \"listen\": {\"host\": \"127.0.0.1\", \"port\": 0}";
        var rest = backendConfig.isEmpty() ? "" : ", " + backendConfig;
        return ConfigReader.fromData(
                Json.mapper().readTree("{\"backend\": {\"baseUrl\": \"http://localhost:7007\"" + listen + rest + "}}"));
    }

    public TestServer use(String path, HttpHandler handler) {
        router.use(path, handler);
        return this;
    }

    public TestServer use(String path, HttpRouter routes) {
        return use(path, request -> routes.handle(request, _ -> HttpResponse.status(404)));
    }

    public RootHttpRouterService rootHttpRouter() {
        return router;
    }

    DefaultRootHttpRouter router() {
        return router;
    }

    public RecordingLogger logger() {
        return logger;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + router.port() + path);
    }

    /**
     * @param headers names and values in turn
     */
    public java.net.http.HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = java.net.http.HttpRequest.newBuilder(uri(path))
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody());
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
    }

    public java.net.http.HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    /** Sends bytes as they are and returns all that comes back until the server closes or is silent for a while. */
    public String raw(String... pieces) throws IOException {
        try (var socket = connect()) {
            for (var piece : pieces) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            socket.shutdownOutput();
            return text(socket.getInputStream());
        }
    }

    public Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), router.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    public static String text(InputStream in) throws IOException {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    @Override
    public void close() throws Exception {
        client.close();
        router.stop();
    }

    static RootServices services(Config config, RecordingLogger logger, NodeEnvironment environment) {
        return services(config, logger, environment, new Healthy());
    }

    private static RootServices services(
            Config config, RecordingLogger logger, NodeEnvironment environment, RootHealthService health) {
        return new RootServices(config, logger, new NoLifecycle(), health, environment);
    }

    private record Healthy() implements RootHealthService, NeverWaits {
        @Override
        public HttpResponse liveness() {
            return HttpResponse.jsonText("{\"status\":\"ok\"}");
        }

        @Override
        public HttpResponse readiness() {
            return HttpResponse.jsonText("{\"status\":\"ok\"}");
        }
    }

    private static final class NoLifecycle implements RootLifecycleService {
        @Override
        public void addStartupHook(LifecycleHook hook) {}

        @Override
        public void addBeforeShutdownHook(LifecycleHook hook) {}

        @Override
        public void addShutdownHook(LifecycleHook hook) {}
    }
}
