// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.Clock;

/**
 * Makes the middleware that stands in front of all routes, as configured. What is switched off lets everything pass.
 * Backstage counterpart: {@code MiddlewareFactory}.
 */
public final class MiddlewareFactory {
    private static final HttpMiddleware PASS = (request, next) -> next.handle(request);

    private final Config config;
    private final LoggerService logger;
    private final NodeEnvironment environment;

    MiddlewareFactory(Config config, LoggerService logger, NodeEnvironment environment) {
        this.config = config;
        this.logger = logger;
        this.environment = environment;
    }

    /** Sends the headers that tell browsers to be careful: {@code backend.csp}, {@code backend.referrer}. */
    public HttpMiddleware helmet() {
        return SecurityHeaders.fromConfig(config);
    }

    /** Lets browsers call from other origins: {@code backend.cors}. */
    public HttpMiddleware cors() {
        return CorsOptions.fromConfig(config)
                .<HttpMiddleware>map(options -> around(new Cors(options), error()))
                .orElse(PASS);
    }

    /** Compresses what is long enough, for clients that accept it. */
    public HttpMiddleware compression() {
        return around(new Compression(), finishing());
    }

    /** Writes a line for each request that comes by. */
    public HttpMiddleware logging() {
        return new AccessLog(logger, Clock.systemUTC());
    }

    /** Refuses clients that ask too often: {@code backend.rateLimit}. */
    public HttpMiddleware rateLimit() {
        return RateLimit.global(config, logger).orElse(PASS);
    }

    /** Answers everything with an empty 404. */
    public HttpMiddleware notFound() {
        return (_, _) -> HttpResponse.status(404);
    }

    /** Answers the failures of what is added after it. */
    public HttpMiddleware error() {
        return error(ErrorMiddlewareOptions.defaults());
    }

    /** Answers the failures of what is added after it, which is how this differs from Backstage's. */
    public HttpMiddleware error(ErrorMiddlewareOptions options) {
        return ErrorMiddleware.create(logger, environment, options);
    }

    /** Gives bodies that are sent their last shape, and failures a body. */
    HttpMiddleware finishing() {
        return around(new Finishing(environment), error());
    }

    private static HttpMiddleware around(HttpMiddleware outer, HttpMiddleware inner) {
        return (request, next) -> {
            HttpHandler handler = seen -> inner.handle(seen, next);
            return outer.handle(request, handler);
        };
    }
}
