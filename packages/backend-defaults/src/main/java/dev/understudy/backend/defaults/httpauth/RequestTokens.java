// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httpauth;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.util.Optional;

/** Where a request carries its token. */
public final class RequestTokens {
    static final String COOKIE = "backstage-auth";

    private static final String SCHEME = "Bearer";

    private RequestTokens() {}

    /** The token of the {@code Authorization} header, if it is of the scheme {@code Bearer}. */
    public static Optional<String> bearer(HttpRequest request) {
        return request.header("Authorization").flatMap(RequestTokens::bearer);
    }

    // by hand, since every request comes by here
    private static Optional<String> bearer(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var start = SCHEME.length();
        while (start < header.length() && header.charAt(start) == ' ') {
            start++;
        }
        if (start == SCHEME.length() || start == header.length()) {
            return Optional.empty();
        }
        for (var index = start; index < header.length(); index++) {
            if (Character.isWhitespace(header.charAt(index)) || header.charAt(index) == '\u00a0') {
                return Optional.empty();
            }
        }
        return Optional.of(header.substring(start));
    }

    static Optional<String> cookie(HttpRequest request) {
        return Optional.ofNullable(request.cookies().get(COOKIE)).filter(token -> !token.isEmpty());
    }
}
