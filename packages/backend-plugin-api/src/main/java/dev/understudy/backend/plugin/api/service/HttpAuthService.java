// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.time.Instant;

/** Finds out who sent a request. Thread-safe. Backstage counterpart: {@code HttpAuthService}. */
public interface HttpAuthService {
    /** The kinds of principal that an endpoint may accept. */
    enum Allow {
        USER,
        SERVICE,
        NONE
    }

    /**
     * The credentials of a request; checked once per request.
     *
     * @param allow what the endpoint accepts; nothing given means any of them
     * @throws dev.understudy.errors.AuthenticationException when there are none and that is not allowed, or they are not
     *     valid
     * @throws dev.understudy.errors.NotAllowedException when they are of a kind that is not allowed
     */
    BackstageCredentials credentials(HttpRequest request, Allow... allow);

    /** As {@link #credentials}, and accepts the limited token of a user's cookie too. */
    BackstageCredentials limitedCredentials(HttpRequest request, Allow... allow);

    /**
     * The cookie that lets a browser's plain requests act for the user who sent this request.
     *
     * @throws dev.understudy.errors.AuthenticationException when there is no user
     */
    UserCookie issueUserCookie(HttpRequest request);

    /** A {@code Set-Cookie} header's value that takes the cookie of {@link #issueUserCookie} away from the browser again. */
    String clearUserCookie(HttpRequest request);

    /** A {@code Set-Cookie} header's value (empty when the browser's present cookie still serves) and when the cookie ends. */
    record UserCookie(String setCookie, Instant expiresAt) {}
}
