// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.config.Config;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The headers that tell browsers to be careful, unless an answer sets them itself. Backstage counterpart: {@code
 * MiddlewareFactory.helmet}.
 */
final class SecurityHeaders implements HttpMiddleware {
    private static final String KEY = SecurityHeaders.class.getName();

    private final List<HttpField> fields;

    private SecurityHeaders(List<HttpField> fields) {
        this.fields = fields;
    }

    static SecurityHeaders fromConfig(Config config) {
        return new SecurityHeaders(List.of(
                new PreEncodedHttpField("Content-Security-Policy", ContentSecurityPolicy.fromConfig(config)),
                new PreEncodedHttpField("Referrer-Policy", ReferrerPolicy.fromConfig(config)),
                new PreEncodedHttpField("Strict-Transport-Security", "max-age=15552000; includeSubDomains"),
                new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                new PreEncodedHttpField("X-DNS-Prefetch-Control", "off"),
                new PreEncodedHttpField("X-Download-Options", "noopen"),
                new PreEncodedHttpField("X-Frame-Options", "SAMEORIGIN"),
                new PreEncodedHttpField("X-Permitted-Cross-Domain-Policies", "none"),
                new PreEncodedHttpField("X-XSS-Protection", "0")));
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        request.attributes().put(KEY, this);
        return next.handle(request);
    }

    /** What the server adds to the answer, already encoded. */
    static List<HttpField> of(HttpRequest request) {
        return request.attributes().get(KEY) instanceof SecurityHeaders headers ? headers.fields : List.of();
    }
}
