// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.SerializedErrors;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Turns failures into answers: {@code {"error": …, "request": …, "response": …}}. Thread-safe. Backstage counterpart: {@code
 * MiddlewareFactory.error}.
 */
public final class ErrorMiddleware implements HttpMiddleware {
    private final LoggerService logger;
    private final InternalErrorFilter filter;
    private final boolean showStackTraces;
    private final boolean logAllErrors;

    private ErrorMiddleware(LoggerService logger, boolean showStackTraces, boolean logAllErrors) {
        this.logger = logger.child(Map.of("type", "errorHandler"));
        this.filter = new InternalErrorFilter(this.logger);
        this.showStackTraces = showStackTraces;
        this.logAllErrors = logAllErrors;
    }

    /** Answers with stack traces in development only. */
    public static ErrorMiddleware create(LoggerService logger, NodeEnvironment environment) {
        return create(logger, environment, ErrorMiddlewareOptions.defaults());
    }

    static ErrorMiddleware create(LoggerService logger, NodeEnvironment environment, ErrorMiddlewareOptions options) {
        boolean showStackTraces = options.showStackTraces().orElse(environment.isDevelopment());
        return new ErrorMiddleware(logger, showStackTraces, options.logAllErrors());
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) {
        try {
            return next.handle(request);
        } catch (Throwable failure) { // whatever went wrong, the client gets an answer and the log an entry
            return answer(request, failure);
        }
    }

    HttpResponse answer(HttpRequest request, Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        var error = filter.filter(failure);
        int status = ErrorStatus.of(error);
        if (logAllErrors || status >= 500) {
            logger.error("Request failed with status " + status, error);
        }
        var json = JsonNodeFactory.instance.objectNode();
        json.set("error", SerializedErrors.toJson(error, showStackTraces));
        json.putObject("request").put("method", request.method()).put("url", request.url());
        json.putObject("response").put("statusCode", status);
        return HttpResponse.json(json).withStatus(status);
    }
}
