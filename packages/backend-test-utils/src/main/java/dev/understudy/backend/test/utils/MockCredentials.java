// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.defaults.internal.InternalCredentials;
import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials that {@link MockServices#auth} and {@link MockServices#httpAuth} know, with their tokens. Equal credentials
 * are {@code equals}.
 *
 * <p>Backstage counterpart: {@code mockCredentials}; the tokens are the same.
 */
public final class MockCredentials {
    /** The user that nothing else was said of. */
    public static final String DEFAULT_USER = "user:default/mock";

    /** The service that nothing else was said of. */
    public static final String DEFAULT_SERVICE = "external:test-service";

    private MockCredentials() {}

    /** The credentials of nobody. */
    public static BackstageCredentials none() {
        return InternalCredentials.none();
    }

    /** The credentials of {@link #DEFAULT_USER}. */
    public static BackstageCredentials user() {
        return user(DEFAULT_USER);
    }

    /** The credentials of a signed-in user. */
    public static BackstageCredentials user(String userEntityRef) {
        return user(new BackstagePrincipal.User(userEntityRef, Optional.empty()));
    }

    /** The credentials of a user whose request another service forwarded. */
    public static BackstageCredentials user(String userEntityRef, String actorSubject) {
        var actor = new BackstagePrincipal.Service(actorSubject, Optional.empty());
        return user(new BackstagePrincipal.User(userEntityRef, Optional.of(actor)));
    }

    private static BackstageCredentials user(BackstagePrincipal.User user) {
        return new InternalCredentials(user, Optional.empty(), Optional.of(MockTokens.of(user)), Map.of());
    }

    /** The credentials of {@link #DEFAULT_SERVICE}. */
    public static BackstageCredentials service() {
        return service(DEFAULT_SERVICE);
    }

    /** The credentials of another plugin, such as {@code plugin:catalog}, or of an external system. */
    public static BackstageCredentials service(String subject) {
        return InternalCredentials.ofService(subject);
    }

    /** The credentials of an external system that may only do some things in the plugin that sees them. */
    public static BackstageCredentials service(String subject, AccessRestrictions restrictions) {
        var service = new BackstagePrincipal.Service(subject, Optional.of(restrictions));
        return new InternalCredentials(service, Optional.empty(), Optional.empty(), Map.of());
    }

    /** The token that stands for the credentials. */
    public static String token(BackstageCredentials credentials) {
        return MockTokens.of(credentials.principal());
    }

    /** The value of an {@code Authorization} header that stands for the credentials. */
    public static String header(BackstageCredentials credentials) {
        return "Bearer " + token(credentials);
    }

    /** The token of a user's cookie, good only where limited tokens are. */
    public static String limitedUserToken(String userEntityRef) {
        return MockTokens.ofLimitedUser(userEntityRef);
    }

    /** A {@code Cookie} header's value with {@link #limitedUserToken}. */
    public static String limitedUserCookie(String userEntityRef) {
        return MockHttpAuthService.COOKIE + "=" + limitedUserToken(userEntityRef);
    }

    /** A user's token that is refused. */
    public static String invalidUserToken() {
        return MockTokens.INVALID_USER;
    }

    /** The token of a user's cookie that is refused. */
    public static String invalidLimitedUserToken() {
        return MockTokens.INVALID_LIMITED_USER;
    }

    /** A service's token that is refused. */
    public static String invalidServiceToken() {
        return MockTokens.INVALID_SERVICE;
    }
}
