// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.InstantSource;
import java.util.Optional;

/** Refuses clients that ask too often. Thread-safe. Backstage counterpart: {@code MiddlewareFactory.rateLimit}. */
public final class RateLimit implements HttpMiddleware {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final HttpResponse REFUSAL = HttpResponse.jsonText(
                    "{\"error\":{\"name\":\"Error\",\"message\":\"Too many requests, please try again later\"},"
                            + "\"response\":{\"statusCode\":429}}")
            .withStatus(TOO_MANY_REQUESTS);

    private final RateLimitOptions options;
    private final RateLimitWindows windows;
    private final InstantSource clock;

    RateLimit(RateLimitOptions options, InstantSource clock) {
        this.options = options;
        this.windows = new RateLimitWindows(options.window(), clock);
        this.clock = clock;
    }

    /** The limit for all requests to this backend, if one is configured. */
    public static Optional<HttpMiddleware> global(Config config, LoggerService logger) {
        var value = config.optionalValue("backend.rateLimit");
        if (value.isEmpty() || (value.get().isBoolean() && !value.get().asBoolean())) {
            return Optional.empty();
        }
        if (value.get().isBoolean()) {
            return Optional.of(new RateLimit(RateLimitOptions.DEFAULT, InstantSource.system()));
        }
        var section = config.config("backend.rateLimit");
        if (!section.optionalBool("global").orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(create(section, config, logger));
    }

    /** The limit for requests to one plugin, if one is configured. */
    public static Optional<HttpMiddleware> ofPlugin(String pluginId, Config config, LoggerService logger) {
        var value = config.optionalValue("backend.rateLimit");
        if (value.filter(node -> node.isObject()).isEmpty()) {
            return Optional.empty();
        }
        return config.optionalConfig("backend.rateLimit.plugin." + pluginId)
                .map(section -> create(section, config, logger));
    }

    private static RateLimit create(Config section, Config config, LoggerService logger) {
        config.optionalString("backend.rateLimit.store.type")
                .filter(type -> type.equals("redis"))
                .ifPresent(_ -> logger.warn("Rate limiting does not support the 'redis' store configured at"
                        + " 'backend.rateLimit.store' yet; each process counts requests on its own"));
        return new RateLimit(RateLimitOptions.read(section), InstantSource.system());
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        var address = request.clientAddress();
        if (options.allowList().contains(address) || options.allowList().contains(request.socketAddress())) {
            return next.handle(request);
        }
        var client = clientKey(address);
        var count = windows.increment(client);
        if (count.hits() > options.limit()) {
            return refusal(count);
        }
        var response = next.handle(request);
        boolean succeeded = response.status() < 400;
        if (succeeded ? options.skipSuccessful() : options.skipFailed()) {
            windows.decrement(client);
        }
        return withHeaders(response, count);
    }

    private HttpResponse refusal(RateLimitWindows.Count count) {
        long seconds = Math.max(0, Math.ceilDiv(count.resetAt() - clock.millis(), 1000));
        return withHeaders(REFUSAL, count).withHeader("Retry-After", Long.toString(seconds));
    }

    private HttpResponse withHeaders(HttpResponse response, RateLimitWindows.Count count) {
        return response.withHeader("X-RateLimit-Limit", Integer.toString(options.limit()))
                .withHeader("X-RateLimit-Remaining", Integer.toString(Math.max(0, options.limit() - count.hits())))
                .withHeader("X-RateLimit-Reset", Long.toString(Math.ceilDiv(count.resetAt(), 1000)));
    }

    // whoever has an IPv6 address has a whole network of them
    private static String clientKey(String address) {
        var bytes = IpAddress.parse(address);
        if (bytes.isEmpty() || bytes.get().length == 4) {
            return address;
        }
        var network = bytes.get().clone();
        java.util.Arrays.fill(network, 7, network.length, (byte) 0);
        return IpAddress.textOf(network);
    }
}
