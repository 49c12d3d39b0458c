// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.CacheService;
import dev.understudy.integration.UriComponents;
import dev.understudy.types.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Asks GitHub Enterprise whether users are suspended, or their membership is. What it answered is kept, so that it need
 * only confirm it. Thread-safe.
 */
final class SuspendedUsers {
    private static final Duration KEPT = Duration.ofDays(365);

    private final GithubClients clients;
    private final Optional<CacheService> cache;
    private final Map<String, Boolean> enterprise = new ConcurrentHashMap<>();

    SuspendedUsers(GithubClients clients, Optional<CacheService> cache) {
        this.clients = clients;
        this.cache = cache;
    }

    boolean isSuspended(String login, String organization) throws IOException, InterruptedException {
        if (!isEnterprise(organization)) {
            return false;
        }
        var user = get("/users/" + UriComponents.encode(login), organization);
        if (user.hasNonNull("suspended_at")) {
            return true;
        }
        var membership = "/orgs/" + UriComponents.encode(organization) + "/memberships/" + UriComponents.encode(login);
        return get(membership, organization).path("role").asString("").equals("suspended");
    }

    private boolean isEnterprise(String organization) throws InterruptedException {
        var known = enterprise.get(organization);
        if (known == null) {
            known = asksEnterprise(organization);
            enterprise.put(organization, known);
        }
        return known;
    }

    private boolean asksEnterprise(String organization) throws InterruptedException {
        try {
            var token = clients.credentialsOf(organization).token();
            return clients.get("/versions", token, Map.of())
                    .header("x-github-enterprise-version")
                    .isPresent();
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    private JsonNode get(String path, String organization) throws IOException, InterruptedException {
        var key = "catalog-backend-module-github:GET:" + clients.apiBaseUrl() + path;
        var cached = cache.flatMap(store -> store.get(key));
        var answer = clients.get(path, clients.credentialsOf(organization).token(), conditions(cached));
        if (answer.status() == 304 && cached.isPresent()) {
            return cached.get().path("data");
        }
        remember(key, answer);
        return answer.body();
    }

    private static Map<String, String> conditions(Optional<JsonNode> cached) {
        var lastModified = cached.flatMap(item -> GithubUser.text(item, "lastModified"));
        var etag = cached.flatMap(item -> GithubUser.text(item, "etag"));
        return lastModified
                .map(time -> Map.of("If-Modified-Since", time))
                .or(() -> etag.map(tag -> Map.of("If-None-Match", tag)))
                .orElse(Map.of());
    }

    private void remember(String key, GithubAnswer answer) {
        var lastModified = answer.header("last-modified");
        var etag = answer.header("etag");
        if (cache.isPresent() && (lastModified.isPresent() || etag.isPresent())) {
            var item = Json.mapper().createObjectNode();
            lastModified.ifPresent(time -> item.put("lastModified", time));
            etag.ifPresent(tag -> item.put("etag", tag));
            item.set("headers", Json.mapper().valueToTree(answer.headers()));
            item.set("data", answer.body());
            cache.get().set(key, item, KEPT);
        }
    }
}
