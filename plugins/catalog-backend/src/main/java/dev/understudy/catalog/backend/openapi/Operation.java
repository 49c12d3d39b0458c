// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an endpoint accepts. Immutable.
 *
 * @param parameters in the order of the document, which is that of the checks
 * @param body the shape of the body; empty when the endpoint has none
 */
public record Operation(List<Parameter> parameters, Optional<JsonShape> body, boolean isBodyRequired) {
    /** Answers requests that passed the checks. */
    @FunctionalInterface
    public interface Handler {
        HttpResponse handle(ValidRequest request) throws Exception;
    }

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** Puts the checks in front of a handler. */
    public HttpHandler handledBy(Handler handler) {
        return request -> handler.handle(check(request));
    }

    /**
     * @throws InputException when the request does not fit
     */
    private ValidRequest check(HttpRequest request) {
        var content = RequestBody.of(request);
        var hasContent = requireMediaType(request);
        var query = QueryValue.read(request.query());
        if (!request.method().equals("HEAD")) {
            refuseUnknownAndEmpty(query);
        }
        var wrong = new ArrayList<String>();
        wrongParameter(query).ifPresent(wrong::add);
        if (hasContent) {
            body.flatMap(shape -> shape.check(content, "request/body")).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new InputException(String.join(", ", wrong));
        }
        return new ValidRequest(request, query, content);
    }

    private boolean requireMediaType(HttpRequest request) {
        if (body.isEmpty()) {
            return false;
        }
        var type = RequestBody.mediaType(request);
        if (type.equals(Optional.of("application/json"))) {
            return true;
        }
        if (type.isPresent() || isBodyRequired) {
            throw new InputException("unsupported media type " + type.orElse("undefined"));
        }
        return false;
    }

    private void refuseUnknownAndEmpty(Map<String, QueryValue> query) {
        for (var given : query.entrySet()) {
            var name = given.getKey();
            var parameter = parameters.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InputException("Unknown query parameter '" + name + "'"));
            if (given.getValue().isEmpty()) {
                throw new InputException("Empty value found for query parameter '" + name + "'");
            }
            if (parameter.kind() == Parameter.Kind.COMMA_LIST
                    && given.getValue().isNested()) {
                throw new InputException("req[field][name].split is not a function");
            }
        }
    }

    private Optional<String> wrongParameter(Map<String, QueryValue> query) {
        for (var parameter : parameters) {
            if (parameter.isRequired() && !query.containsKey(parameter.name())) {
                return Optional.of("request/query must have required property '" + parameter.name() + "'");
            }
        }
        return parameters.stream()
                .filter(parameter -> query.containsKey(parameter.name()))
                .flatMap(parameter ->
                        parameter.check(java.util.Objects.requireNonNull(query.get(parameter.name()))).stream())
                .findFirst();
    }
}
