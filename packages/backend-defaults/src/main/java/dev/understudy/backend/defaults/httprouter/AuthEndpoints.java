// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The endpoints about authentication that every plugin has. */
final class AuthEndpoints {
    private static final String COOKIE = "/.backstage/auth/v1/cookie";
    private static final DateTimeFormatter ISO_DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AuthEndpoints() {}

    /** The keys that verify the plugin's tokens; other plugins read them before this one has started. */
    static HttpRouter publicKeys(AuthService auth) {
        return HttpRouter.create()
                .get(
                        "/.backstage/auth/v1/jwks.json",
                        _ -> HttpResponse.json(Map.of("keys", auth.listPublicServiceKeys())));
    }

    /** Gives a browser its cookie and takes it back. */
    static HttpRouter userCookie(HttpAuthService httpAuth) {
        return HttpRouter.create()
                .get(COOKIE, request -> issue(httpAuth, request))
                .delete(
                        COOKIE,
                        request -> HttpResponse.status(204)
                                .withAddedHeader("Set-Cookie", httpAuth.clearUserCookie(request)));
    }

    private static HttpResponse issue(HttpAuthService httpAuth, HttpRequest request) {
        var cookie = httpAuth.issueUserCookie(request);
        var response = HttpResponse.json(Map.of("expiresAt", iso(cookie.expiresAt())));
        return cookie.setCookie().isEmpty() ? response : response.withAddedHeader("Set-Cookie", cookie.setCookie());
    }

    private static String iso(Instant instant) {
        return ISO_DATE.format(instant);
    }
}
