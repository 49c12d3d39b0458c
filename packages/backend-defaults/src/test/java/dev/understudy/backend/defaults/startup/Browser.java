// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.types.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A page in a real Chromium without a window, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0");

    private final Process process;
    private final DevTools page;

    private Browser(Process process, DevTools page) {
        this.process = process;
        this.page = page;
    }

    /** The Chromium of this machine: {@code UNDERSTUDY_CHROMIUM}, or what is on the {@code PATH}. */
    static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("UNDERSTUDY_CHROMIUM")).map(Path::of);
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        named.stream(),
                        Stream.of(path.split(":"))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path chromium, Path profile) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(chromium.toString()),
                        Stream.concat(FLAGS.stream(), Stream.of("--user-data-dir=" + profile, "about:blank")))
                .toList();
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, DevTools.connect(firstPage(devToolsUrl(process))));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static URI devToolsUrl(Process process) throws IOException {
        var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        var prefix = "DevTools listening on ";
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(prefix)) {
                Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {})); // or it would wait for a reader
                return URI.create(line.substring(prefix.length()));
            }
        }
        throw new IOException("Chromium ended without saying where to reach it");
    }

    private static URI firstPage(URI devTools) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + devTools.getAuthority() + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var target = Json.mapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
            return URI.create(target.get("webSocketDebuggerUrl").stringValue());
        }
    }

    /** Opens a page and waits until the expression is true there. */
    void open(String url, int width, int height, String ready) {
        page.call("Emulation.setDeviceMetricsOverride", json("""
                {"width": %d, "height": %d, "deviceScaleFactor": 1, "mobile": false}""".formatted(width, height)));
        page.call("Page.navigate", Json.mapper().createObjectNode().put("url", url));
        evaluate("""
                new Promise(done => { const check = () =>
                  (%s) ? done(true) : setTimeout(check, 20); check(); })""".formatted(ready));
    }

    /** The value of an expression, or of the promise that it is, in the page. */
    JsonNode evaluate(String expression) {
        var answer = page.call(
                "Runtime.evaluate",
                Json.mapper()
                        .createObjectNode()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** The whole page as PNG, as people with that preference see it. */
    byte[] screenshot(String colorScheme) {
        page.call("Emulation.setEmulatedMedia", json("""
                {"features": [{"name": "prefers-color-scheme", "value": "%s"}]}""".formatted(colorScheme)));
        var answer = page.call("Page.captureScreenshot", json("{\"captureBeyondViewport\": true}"));
        return Base64.getDecoder().decode(answer.get("data").stringValue());
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }

    @Override
    public void close() throws InterruptedException {
        page.close();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
