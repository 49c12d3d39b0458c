// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A request that has passed its operation's checks. */
public final class ValidRequest {
    private final HttpRequest request;
    private final Map<String, QueryValue> query;
    private final JsonNode body;

    ValidRequest(HttpRequest request, Map<String, QueryValue> query, JsonNode body) {
        this.request = request;
        this.query = query;
        this.body = body;
    }

    public HttpRequest http() {
        return request;
    }

    /** The decoded value of a {@code :name} in the matched path. */
    public String path(String name) {
        return request.param(name);
    }

    /** The body; an empty object when there is none. */
    public JsonNode body() {
        return body;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name)).map(QueryValue::single);
    }

    public OptionalLong count(String name) {
        return text(name).stream().mapToLong(Parameter::count).findFirst();
    }

    /** All values of a parameter; empty when it is absent. */
    public List<String> list(String name) {
        var value = query.get(name);
        return value == null ? List.of() : value.all();
    }

    /** All values of a parameter that may hold several between commas; empty when it is absent. */
    public Optional<List<String>> commaList(String name) {
        return Optional.ofNullable(query.get(name))
                .map(value -> value.isSingle()
                        ? Stream.of(value.single().split(",", -1)).toList()
                        : value.all());
    }
}
