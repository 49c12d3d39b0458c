// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.catalog.client.CatalogApi;
import dev.understudy.catalog.client.CatalogClient;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the catalog over HTTP, each time with a token of its own; connections last until the plugin stops. */
final class DefaultCatalogService implements CatalogService, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final AuthService auth;
    private final CatalogClient client;
    private @Nullable HttpClient connections;

    DefaultCatalogService(AuthService auth, DiscoveryService discovery) {
        this.auth = auth;
        this.client = CatalogClient.create(discovery::baseUrl).withHttpClient(this::connections);
    }

    @Override
    public CatalogApi as(BackstageCredentials credentials) {
        return client.withToken(() -> auth.pluginRequestToken(credentials, "catalog"));
    }

    private synchronized HttpClient connections() {
        if (connections == null) {
            connections = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        }
        return connections;
    }

    @Override
    public synchronized void close() {
        if (connections != null) {
            connections.shutdownNow();
            connections = null;
        }
    }
}
