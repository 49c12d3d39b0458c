// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httpauth;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of the cookie that a browser gets. */
final class UserCookieText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private UserCookieText() {}

    static String set(String token, Instant expiresAt, String externalBaseUrl) {
        return text(token, expiresAt, URI.create(externalBaseUrl));
    }

    static String clear(String externalBaseUrl) {
        return text("", Instant.EPOCH, URI.create(externalBaseUrl));
    }

    private static String text(String value, Instant expiresAt, URI externalBaseUrl) {
        var host = externalBaseUrl.getHost();
        var secure = "https".equalsIgnoreCase(externalBaseUrl.getScheme()) || "localhost".equals(host);
        return RequestTokens.COOKIE + "=" + value + "; Domain=" + host + "; Path=/; Expires=" + TIME.format(expiresAt)
                + "; HttpOnly" + (secure ? "; Secure" : "") + "; Priority=High; SameSite=" + (secure ? "None" : "Lax");
    }
}
