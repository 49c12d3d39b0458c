// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** Refuses clients that ask too often. Thread-safe. Backstage counterpart: {@code MiddlewareFactory.rateLimit}. */
public final class RateLimit implements HttpMiddleware {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final HttpResponse REFUSAL = HttpResponse.jsonText(
                    "{\"error\":{\"name\":\"Error\",\"message\":\"Too many requests, please try again later\"},"
                            + "\"response\":{\"statusCode\":429}}")
            .withStatus(TOO_MANY_REQUESTS);

    private final RateLimitOptions options;
    private final RateLimitStore store;
    private final InstantSource clock;
    private final LoggerService logger;

    RateLimit(RateLimitOptions options, RateLimitStore store, InstantSource clock, LoggerService logger) {
        this.options = options;
        this.store = store;
        this.clock = clock;
        this.logger = logger;
    }

    /** The limit for all requests to this backend, if one is configured. */
    public static Optional<HttpMiddleware> global(Config config, LoggerService logger) {
        var value = config.optionalValue("backend.rateLimit");
        if (value.isEmpty() || (value.get().isBoolean() && !value.get().asBoolean())) {
            return Optional.empty();
        }
        if (value.get().isBoolean()) {
            var clock = InstantSource.system();
            var windows = new RateLimitWindows(RateLimitOptions.DEFAULT.window(), clock);
            return Optional.of(new RateLimit(RateLimitOptions.DEFAULT, windows, clock, logger));
        }
        var section = config.config("backend.rateLimit");
        if (!section.optionalBool("global").orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(create(section, config, RedisRateLimitStore.DEFAULT_PREFIX, logger));
    }

    /** The limit for requests to one plugin, if one is configured. */
    public static Optional<HttpMiddleware> ofPlugin(String pluginId, Config config, LoggerService logger) {
        var value = config.optionalValue("backend.rateLimit");
        if (value.filter(node -> node.isObject()).isEmpty()) {
            return Optional.empty();
        }
        return config.optionalConfig("backend.rateLimit.plugin." + pluginId)
                .map(section -> create(section, config, pluginId, logger));
    }

    private static RateLimit create(Config section, Config config, String prefix, LoggerService logger) {
        var options = RateLimitOptions.read(section);
        var clock = InstantSource.system();
        var store = RateLimitStore.fromConfig(config, prefix, options.window(), clock);
        return new RateLimit(options, store, clock, logger);
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        var address = request.clientAddress();
        if (options.allowList().contains(address) || options.allowList().contains(request.socketAddress())) {
            return next.handle(request);
        }
        var client = clientKey(address);
        RateLimitStore.Count count;
        try {
            count = store.increment(client);
        } catch (RuntimeException failure) {
            return withoutCount(request, next, failure);
        }
        return count.hits() > options.limit() ? refusal(count) : counted(request, next, client, count);
    }

    private HttpResponse withoutCount(HttpRequest request, HttpHandler next, RuntimeException failure)
            throws Exception {
        if (!options.passOnStoreError()) {
            throw new IllegalStateException("Failed to count requests in the rate limit store", failure);
        }
        logger.error("The rate limit store failed, a request passes without being counted", failure);
        return next.handle(request);
    }

    private HttpResponse counted(HttpRequest request, HttpHandler next, String client, RateLimitStore.Count count)
            throws Exception {
        var response = next.handle(request);
        boolean succeeded = response.status() < 400;
        if (succeeded ? options.skipSuccessful() : options.skipFailed()) {
            takeBack(client);
        }
        return withHeaders(response, count);
    }

    private void takeBack(String client) {
        try {
            store.decrement(client);
        } catch (RuntimeException failure) {
            logger.error("Failed to take back a count from the rate limit store", failure);
        }
    }

    private HttpResponse refusal(RateLimitStore.Count count) {
        long seconds = Math.max(0, Math.ceilDiv(count.resetAt() - clock.millis(), 1000));
        return withHeaders(REFUSAL, count).withHeader("Retry-After", Long.toString(seconds));
    }

    private HttpResponse withHeaders(HttpResponse response, RateLimitStore.Count count) {
        return response.withHeader("X-RateLimit-Limit", Integer.toString(options.limit()))
                .withHeader("X-RateLimit-Remaining", Integer.toString(Math.max(0, options.limit() - count.hits())))
                .withHeader("X-RateLimit-Reset", Long.toString(Math.ceilDiv(count.resetAt(), 1000)));
    }

    // whoever has an IPv6 address has a whole network of them
    private static String clientKey(String address) {
        var zone = address.indexOf('%');
        var bytes = IpAddress.parse(zone < 0 ? address : address.substring(0, zone));
        if (bytes.isEmpty()) {
            return address;
        }
        if (bytes.get().length == 4) {
            return IpAddress.textOf(bytes.get());
        }
        var network = bytes.get().clone();
        Arrays.fill(network, 7, network.length, (byte) 0);
        return IpAddress.textOf(network) + "/56";
    }
}
