// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import java.util.List;
import java.util.Optional;

/** Reads mock tokens; a request that brings none has the default credentials. */
final class MockHttpAuthService implements HttpAuthService {
    static final String COOKIE = "backstage-auth";
    private static final String BEARER = "bearer ";

    private final AuthService auth;
    private final BackstageCredentials defaultCredentials;

    MockHttpAuthService(AuthService auth, BackstageCredentials defaultCredentials) {
        this.auth = auth;
        this.defaultCredentials = defaultCredentials;
    }

    @Override
    public BackstageCredentials credentials(HttpRequest request, Allow... allow) {
        return require(bearer(request).map(auth::authenticate).orElse(defaultCredentials), List.of(allow));
    }

    @Override
    public BackstageCredentials limitedCredentials(HttpRequest request, Allow... allow) {
        var token =
                bearer(request).or(() -> Optional.ofNullable(request.cookies().get(COOKIE)));
        return require(token.map(auth::authenticateLimited).orElse(defaultCredentials), List.of(allow));
    }

    private static Optional<String> bearer(HttpRequest request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).trim());
    }

    private static BackstageCredentials require(BackstageCredentials credentials, List<Allow> allowed) {
        var kind = kindOf(credentials.principal());
        if (allowed.isEmpty() || allowed.contains(kind)) {
            return credentials;
        }
        if (kind == Allow.NONE) {
            throw new AuthenticationException("Missing credentials");
        }
        throw new NotAllowedException(
                "This endpoint does not allow '" + credentials.principal().type() + "' credentials");
    }

    private static Allow kindOf(BackstagePrincipal principal) {
        return switch (principal) {
            case BackstagePrincipal.User _ -> Allow.USER;
            case BackstagePrincipal.Service _ -> Allow.SERVICE;
            case BackstagePrincipal.None _ -> Allow.NONE;
        };
    }

    @Override
    public UserCookie issueUserCookie(HttpRequest request) {
        var limited = auth.limitedUserToken(credentials(request, Allow.USER));
        return new UserCookie(COOKIE + "=" + limited.token(), limited.expiresAt());
    }

    @Override
    public String clearUserCookie(HttpRequest request) {
        return COOKIE + "=; Max-Age=0";
    }
}
