// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.types.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Knows the tokens {@code user} and {@code service}, and the cookie {@code cookie}. */
final class FakeAuth implements AuthService, HttpAuthService {
    private record Credentials(BackstagePrincipal principal) implements BackstageCredentials {
        @Override
        public Optional<Instant> expiresAt() {
            return Optional.empty();
        }
    }

    @Override
    public BackstageCredentials credentials(HttpRequest request, Allow... allow) {
        return authenticate(request.header("Authorization").orElse("").replace("Bearer ", ""));
    }

    @Override
    public BackstageCredentials limitedCredentials(HttpRequest request, Allow... allow) {
        return "cookie".equals(request.cookies().get("backstage-auth"))
                ? authenticate("user")
                : credentials(request, allow);
    }

    @Override
    public UserCookie issueUserCookie(HttpRequest request) {
        if (!(credentials(request).principal() instanceof BackstagePrincipal.User)) {
            throw new NotAllowedException("This endpoint does not allow 'service' credentials");
        }
        return new UserCookie("backstage-auth=limited", Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Override
    public String clearUserCookie(HttpRequest request) {
        return "backstage-auth=";
    }

    @Override
    public BackstageCredentials authenticate(String token) {
        return switch (token) {
            case "user" -> new Credentials(new BackstagePrincipal.User("user:default/mock", Optional.empty()));
            case "service" -> new Credentials(new BackstagePrincipal.Service("plugin:y", Optional.empty()));
            case "" -> throw new AuthenticationException("Missing credentials");
            default -> throw new AuthenticationException("Illegal token");
        };
    }

    @Override
    public BackstageCredentials authenticateLimited(String token) {
        return authenticate(token);
    }

    @Override
    public BackstageCredentials noneCredentials() {
        return new Credentials(new BackstagePrincipal.None());
    }

    @Override
    public BackstageCredentials ownServiceCredentials() {
        return authenticate("service");
    }

    @Override
    public String pluginRequestToken(BackstageCredentials onBehalfOf, String targetPluginId) {
        return "service";
    }

    @Override
    public LimitedUserToken limitedUserToken(BackstageCredentials credentials) {
        return new LimitedUserToken("cookie", Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Override
    public List<JsonNode> listPublicServiceKeys() {
        return List.of(Json.mapper().readTree("{\"kid\":\"k\"}"));
    }
}
