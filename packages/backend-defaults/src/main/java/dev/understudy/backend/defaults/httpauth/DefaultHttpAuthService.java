// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httpauth;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads tokens from the {@code Authorization} header and the cookie, and remembers the result with the request. */
final class DefaultHttpAuthService implements HttpAuthService {
    private static final String CREDENTIALS = "dev.understudy.httpAuth.credentials";
    private static final String LIMITED_CREDENTIALS = "dev.understudy.httpAuth.limitedCredentials";
    private static final Duration SOON = Duration.ofMinutes(5);

    private final AuthService auth;
    private final DiscoveryService discovery;
    private final String pluginId;
    private final Clock clock;

    DefaultHttpAuthService(AuthService auth, DiscoveryService discovery, String pluginId, Clock clock) {
        this.auth = auth;
        this.discovery = discovery;
        this.pluginId = pluginId;
        this.clock = clock;
    }

    @Override
    public BackstageCredentials credentials(HttpRequest request, Allow... allow) {
        return require(remembered(request, CREDENTIALS, this::fromHeader), allow);
    }

    @Override
    public BackstageCredentials limitedCredentials(HttpRequest request, Allow... allow) {
        return require(remembered(request, LIMITED_CREDENTIALS, this::fromHeaderOrCookie), allow);
    }

    private static BackstageCredentials remembered(
            HttpRequest request, String name, Function<HttpRequest, BackstageCredentials> read) {
        if (request.attributes().get(name) instanceof BackstageCredentials known) {
            return known;
        }
        var credentials = read.apply(request);
        request.attributes().put(name, credentials);
        return credentials;
    }

    private BackstageCredentials fromHeader(HttpRequest request) {
        return RequestTokens.bearer(request).map(auth::authenticate).orElseGet(auth::noneCredentials);
    }

    private BackstageCredentials fromHeaderOrCookie(HttpRequest request) {
        return RequestTokens.bearer(request)
                .or(() -> RequestTokens.cookie(request))
                .map(auth::authenticateLimited)
                .orElseGet(auth::noneCredentials);
    }

    private static BackstageCredentials require(BackstageCredentials credentials, Allow... allow) {
        var kind = kindOf(credentials.principal());
        if (allow.length == 0 || contains(allow, kind)) {
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

    private static boolean contains(Allow[] allowed, Allow kind) {
        for (var one : allowed) {
            if (one == kind) {
                return true;
            }
        }
        return false;
    }

    @Override
    public UserCookie issueUserCookie(HttpRequest request) {
        var credentials = credentials(request, Allow.USER);
        var present = presentCookieExpiry(request)
                .filter(expiry -> expiry.isAfter(clock.instant().plus(SOON)));
        if (present.isPresent()) {
            return new UserCookie("", present.get());
        }
        var limited = auth.limitedUserToken(credentials);
        var text = UserCookieText.set(limited.token(), limited.expiresAt(), discovery.externalBaseUrl(pluginId));
        return new UserCookie(text, limited.expiresAt());
    }

    @Override
    public String clearUserCookie(HttpRequest request) {
        return UserCookieText.clear(discovery.externalBaseUrl(pluginId));
    }

    private Optional<Instant> presentCookieExpiry(HttpRequest request) {
        try {
            return RequestTokens.cookie(request)
                    .map(auth::authenticateLimited)
                    .filter(credentials -> credentials.principal() instanceof BackstagePrincipal.User)
                    .flatMap(BackstageCredentials::expiresAt);
        } catch (AuthenticationException worthless) {
            return Optional.empty();
        }
    }
}
