// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.userinfo;

import dev.understudy.backend.defaults.internal.InternalCredentials;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.UserInfoService;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Reads what a token says, and asks the auth plugin for what it does not say. */
final class DefaultUserInfoService implements UserInfoService {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Made when the auth plugin is first asked. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private final DiscoveryService discovery;
    private final UserInfoCache cache;

    DefaultUserInfoService(DiscoveryService discovery, UserInfoCache cache) {
        this.discovery = discovery;
        this.cache = cache;
    }

    @Override
    public UserInfo userInfo(BackstageCredentials credentials) {
        var known = InternalCredentials.of(credentials);
        if (!(known.principal() instanceof BackstagePrincipal.User)) {
            throw new IllegalArgumentException("Only user credentials are supported");
        }
        var token = known.token()
                .orElseThrow(() -> new IllegalStateException("User credentials is unexpectedly missing token"));
        return cache.get(token, () -> find(token));
    }

    private UserInfo find(String token) throws IOException, InterruptedException {
        // the token has been verified, or there would be no credentials
        var claims = Json.mapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        var subject = claims.path("sub");
        if (!subject.isString()) {
            throw new IllegalStateException("User entity ref must be a string");
        }
        var ownership = claims.path("ent");
        return new UserInfo(subject.stringValue(), texts(isAbsent(ownership) ? ask(token) : ownership));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private JsonNode ask(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(discovery.baseUrl("auth") + "/v1/userinfo"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        var response = Client.SHARED.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            throw new IllegalStateException("Request failed with " + response.statusCode());
        }
        return Json.mapper().readTree(response.body()).path("claims").path("ent");
    }

    private static List<String> texts(JsonNode ownership) {
        if (isAbsent(ownership)) {
            throw new IllegalStateException("Ownership entity refs can not be determined");
        }
        var texts = new ArrayList<String>();
        for (var item : ownership) {
            if (item.isString()) {
                texts.add(item.stringValue());
            }
        }
        if (!ownership.isArray() || texts.size() != ownership.size()) {
            throw new IllegalStateException("Ownership entity refs must be an array of strings");
        }
        return texts;
    }
}
