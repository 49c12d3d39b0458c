// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes a line for each request that came by and was answered. Backstage counterpart: {@code MiddlewareFactory.logging}.
 */
final class AccessLog implements HttpMiddleware {
    private static final String KEY = AccessLog.class.getName();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final LoggerService logger;
    private final Clock clock;

    AccessLog(LoggerService logger, Clock clock) {
        this.logger = logger;
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        request.attributes().put(KEY, this);
        return next.handle(request);
    }

    /** What the server calls when all of an answer is sent. */
    static void logAnswered(HttpRequest request, HttpResponse response) {
        if (request.attributes().get(KEY) instanceof AccessLog log) {
            log.log(request, response);
        }
    }

    private void log(HttpRequest request, HttpResponse response) {
        var date = DATE.format(clock.instant());
        var url = request.originalUrl();
        var length = contentLength(response);
        var referrer =
                request.header("Referer").or(() -> request.header("Referrer")).filter(text -> !text.isEmpty());
        var userAgent = request.header("User-Agent").filter(text -> !text.isEmpty());

        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "incomingRequest");
        fields.put("date", date);
        fields.put("method", request.method());
        fields.put("url", url);
        fields.put("status", response.status());
        fields.put("httpVersion", request.httpVersion());
        userAgent.ifPresent(text -> fields.put("userAgent", text));
        length.ifPresent(bytes -> fields.put("contentLength", bytes));
        referrer.ifPresent(text -> fields.put("referrer", text));
        logger.info(
                "[" + date + "] \"" + request.method() + " " + url + " HTTP/" + request.httpVersion() + "\" "
                        + response.status() + " " + length.orElse(0) + " \"" + orDash(referrer) + "\" \""
                        + orDash(userAgent) + "\"",
                fields);
    }

    private static String orDash(Optional<String> text) {
        return text.orElse("-");
    }

    private static OptionalLong contentLength(HttpResponse response) {
        if (response.body() instanceof HttpBody.Bytes(var bytes)
                && response.header("Content-Encoding").isEmpty()) {
            return OptionalLong.of(bytes.length);
        }
        return OptionalLong.empty();
    }
}
