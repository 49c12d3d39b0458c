// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.errors.AuthenticationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Believes the tokens of {@link MockCredentials}. */
final class MockAuthService implements AuthService {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final String pluginId;

    MockAuthService(String pluginId) {
        this.pluginId = pluginId;
    }

    @Override
    public BackstageCredentials authenticate(String token) {
        return switch (token) {
            case MockTokens.NONE -> MockCredentials.none();
            case MockTokens.USER -> MockCredentials.user();
            case MockTokens.SERVICE -> MockCredentials.service();
            case MockTokens.INVALID_USER -> throw new AuthenticationException("User token is invalid");
            case MockTokens.INVALID_LIMITED_USER -> throw new AuthenticationException("Limited user token is invalid");
            case MockTokens.INVALID_SERVICE -> throw new AuthenticationException("Service token is invalid");
            case "" -> throw new AuthenticationException("Token is empty");
            default -> read(token);
        };
    }

    private BackstageCredentials read(String token) {
        if (token.startsWith(MockTokens.USER_PREFIX)) {
            return MockTokens.user(MockTokens.payloadOf(token, MockTokens.USER_PREFIX));
        }
        if (token.startsWith(MockTokens.LIMITED_USER_PREFIX)) {
            throw new AuthenticationException("Limited user token is not allowed");
        }
        if (token.startsWith(MockTokens.SERVICE_PREFIX)) {
            return service(MockTokens.payloadOf(token, MockTokens.SERVICE_PREFIX));
        }
        throw new AuthenticationException("Unknown mock token '" + token + "'");
    }

    private BackstageCredentials service(JsonNode payload) {
        var target = payload.path("target").asString(pluginId);
        if (!target.equals(pluginId)) {
            throw new AuthenticationException(
                    "Invalid mock token target plugin ID, got '" + target + "' but expected '" + pluginId + "'");
        }
        return MockTokens.service(payload);
    }

    @Override
    public BackstageCredentials authenticateLimited(String token) {
        return token.startsWith(MockTokens.LIMITED_USER_PREFIX)
                ? MockTokens.user(MockTokens.payloadOf(token, MockTokens.LIMITED_USER_PREFIX))
                : authenticate(token);
    }

    @Override
    public BackstageCredentials noneCredentials() {
        return MockCredentials.none();
    }

    @Override
    public BackstageCredentials ownServiceCredentials() {
        return MockCredentials.service(subject());
    }

    @Override
    public String pluginRequestToken(BackstageCredentials onBehalfOf, String targetPluginId) {
        var principal = onBehalfOf.principal();
        if (principal instanceof BackstagePrincipal.None) {
            throw new AuthenticationException(
                    "Refused to issue service token for credential type '" + principal.type() + "'");
        }
        return MockTokens.ofPluginRequest(principal, subject(), targetPluginId);
    }

    @Override
    public LimitedUserToken limitedUserToken(BackstageCredentials credentials) {
        if (credentials.principal() instanceof BackstagePrincipal.User user) {
            var token = MockTokens.ofLimitedUser(user.userEntityRef());
            return new LimitedUserToken(token, Instant.now().plus(LIFETIME));
        }
        throw new AuthenticationException("Refused to issue limited user token for credential type '"
                + credentials.principal().type() + "'");
    }

    @Override
    public List<JsonNode> listPublicServiceKeys() {
        return List.of();
    }

    private String subject() {
        return "plugin:" + pluginId;
    }
}
