// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpResponse.Header;
import java.util.ArrayList;
import java.util.List;

/** Lets browsers call from other origins. Backstage counterpart: {@code MiddlewareFactory.cors}. */
final class Cors implements HttpMiddleware {
    private final CorsOptions options;
    private final boolean allowsNoOrigin;

    Cors(CorsOptions options) {
        this.options = options;
        this.allowsNoOrigin = options.allows("");
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        var origin = request.header("Origin").orElse("");
        if (!(origin.isEmpty() ? allowsNoOrigin : options.allows(origin))) {
            return next.handle(request);
        }
        if (request.method().equals("OPTIONS")) {
            var preflight = preflight(request, origin);
            return options.preflightContinue() ? with(preflight, next.handle(request)) : done(preflight);
        }
        var headers = originHeaders(origin);
        options.exposedHeaders()
                .ifPresent(exposed -> headers.add(new Header("Access-Control-Expose-Headers", exposed)));
        return with(headers, next.handle(request));
    }

    private HttpResponse done(List<Header> preflight) {
        return with(preflight, HttpResponse.status(options.optionsSuccessStatus()))
                .withHeader("Content-Length", "0");
    }

    private List<Header> preflight(HttpRequest request, String origin) {
        var headers = originHeaders(origin);
        headers.add(new Header("Access-Control-Allow-Methods", options.methods()));
        options.allowedHeaders()
                .ifPresentOrElse(
                        allowed -> addUnlessEmpty(headers, "Access-Control-Allow-Headers", allowed),
                        () -> reflectHeaders(request, headers));
        options.maxAge().ifPresent(age -> headers.add(new Header("Access-Control-Max-Age", age)));
        options.exposedHeaders()
                .ifPresent(exposed -> headers.add(new Header("Access-Control-Expose-Headers", exposed)));
        return headers;
    }

    private static void reflectHeaders(HttpRequest request, List<Header> headers) {
        headers.add(new Header("Vary", "Access-Control-Request-Headers"));
        addUnlessEmpty(
                headers,
                "Access-Control-Allow-Headers",
                request.header("Access-Control-Request-Headers").orElse(""));
    }

    private List<Header> originHeaders(String origin) {
        var headers = new ArrayList<Header>();
        if (options.origins().isEmpty()) {
            headers.add(new Header("Access-Control-Allow-Origin", "*"));
        } else {
            headers.add(new Header("Access-Control-Allow-Origin", origin));
            headers.add(new Header("Vary", "Origin"));
        }
        if (options.credentials()) {
            headers.add(new Header("Access-Control-Allow-Credentials", "true"));
        }
        return headers;
    }

    private static void addUnlessEmpty(List<Header> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(new Header(name, value));
        }
    }

    // what the handler set for itself stands, but every Vary counts
    private static HttpResponse with(List<Header> headers, HttpResponse response) {
        var all = new ArrayList<Header>(headers.size() + response.headers().size());
        var vary = "";
        for (var header : headers) {
            if (header.name().equals("Vary")) {
                vary = HeaderTokens.vary(vary, header.value());
            } else if (!response.hasHeader(header.name())) {
                all.add(header);
            }
        }
        for (var header : response.headers()) {
            if (header.name().equalsIgnoreCase("Vary")) {
                for (var name : HeaderTokens.split(header.value())) {
                    vary = HeaderTokens.vary(vary, name);
                }
            } else {
                all.add(header);
            }
        }
        if (!vary.isEmpty()) {
            all.add(new Header("Vary", vary));
        }
        return new HttpResponse(response.status(), all, response.body());
    }
}
