// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpResponse.Header;
import dev.understudy.config.Config;
import java.util.List;

/** The headers that tell browsers to be careful. Backstage counterpart: {@code MiddlewareFactory.helmet}. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static List<Header> fromConfig(Config config) {
        return List.of(
                new Header("Content-Security-Policy", ContentSecurityPolicy.fromConfig(config)),
                new Header("Referrer-Policy", ReferrerPolicy.fromConfig(config)),
                new Header("Strict-Transport-Security", "max-age=15552000; includeSubDomains"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("X-DNS-Prefetch-Control", "off"),
                new Header("X-Download-Options", "noopen"),
                new Header("X-Frame-Options", "SAMEORIGIN"),
                new Header("X-Permitted-Cross-Domain-Policies", "none"),
                new Header("X-XSS-Protection", "0"));
    }
}
