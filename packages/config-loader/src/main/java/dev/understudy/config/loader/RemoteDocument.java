// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A text behind a URL. */
final class RemoteDocument {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAXIMUM_BYTES = 16 * 1024 * 1024;
    private static final int FIRST_FAILURE = 300;

    private final HttpRequest request;

    RemoteDocument(URI uri) {
        this.request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    }

    String fetch() {
        try (var client = client()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() >= FIRST_FAILURE) {
                    throw new ConfigException("Request failed with status " + response.statusCode());
                }
                return text(body);
            }
        } catch (IOException failure) {
            throw new ConfigException("fetch of " + request.uri() + " failed, " + failure.getMessage(), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new ConfigException("fetch of " + request.uri() + " was interrupted", failure);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static String text(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAXIMUM_BYTES + 1);
        if (bytes.length > MAXIMUM_BYTES) {
            throw new ConfigException("configuration data is larger than 16 MiB");
        }
        return new String(bytes, UTF_8);
    }
}
