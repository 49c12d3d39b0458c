// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import dev.understudy.types.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a handler answers. Immutable: each {@code with} method returns a changed copy.
 *
 * <p>Backstage counterpart: Express's {@code res}.
 *
 * @param headers in the order in which they are sent; a name may stand more than once
 */
public record HttpResponse(int status, List<Header> headers, HttpBody body) {
    private static final HttpBody NO_BODY = new HttpBody.Empty();
    private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json; charset=utf-8"));
    private static final List<Header> TEXT = List.of(new Header("Content-Type", "text/plain; charset=utf-8"));
    private static final List<Header> HTML = List.of(new Header("Content-Type", "text/html; charset=utf-8"));

    public HttpResponse {
        headers = List.copyOf(headers);
    }

    /** A name and its value. */
    public record Header(String name, String value) {}

    /** 200 with the JSON of a value that Jackson can write; numbers in trees are written as JavaScript writes them. */
    public static HttpResponse json(Object value) {
        return value instanceof JsonNode tree
                ? jsonText(Json.stringify(tree))
                : jsonBytes(Json.mapper().writeValueAsBytes(value));
    }

    /** 200 with JSON that is already text. */
    public static HttpResponse jsonText(String json) {
        return jsonBytes(json.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with JSON that is already bytes. */
    public static HttpResponse jsonBytes(byte[] json) {
        return new HttpResponse(200, JSON, new HttpBody.Bytes(json));
    }

    /** 200 with JSON that is sent as it is, as Express does when a handler calls {@code res.end}. */
    public static HttpResponse rawJson(byte[] json) {
        return new HttpResponse(200, JSON, new HttpBody.Raw(json));
    }

    /** 200 with JSON that is written as it comes. */
    public static HttpResponse jsonStream(HttpBody.Writer writer) {
        return new HttpResponse(200, JSON, new HttpBody.Streaming(writer));
    }

    /** 200 with plain text. */
    public static HttpResponse text(String text) {
        return new HttpResponse(200, TEXT, new HttpBody.Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** 200 with a page. */
    public static HttpResponse html(String page) {
        return new HttpResponse(200, HTML, new HttpBody.Bytes(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** A status without a body. */
    public static HttpResponse status(int status) {
        return new HttpResponse(status, List.of(), NO_BODY);
    }

    /** The same with another status. */
    public HttpResponse withStatus(int newStatus) {
        return new HttpResponse(newStatus, headers, body);
    }

    /** The same with another body. */
    public HttpResponse withBody(HttpBody newBody) {
        return new HttpResponse(status, headers, newBody);
    }

    /** Sets a header in place of any of that name. */
    public HttpResponse withHeader(String name, String value) {
        var changed = without(name);
        changed.add(new Header(name, value));
        return new HttpResponse(status, changed, body);
    }

    /** Adds a header beside any of that name. */
    public HttpResponse withAddedHeader(String name, String value) {
        var changed = new ArrayList<>(headers);
        changed.add(new Header(name, value));
        return new HttpResponse(status, changed, body);
    }

    /** Takes away all headers of a name. */
    public HttpResponse withoutHeader(String name) {
        return hasHeader(name) ? new HttpResponse(status, without(name), body) : this;
    }

    /** The first value of a header, by case-insensitive name. */
    public Optional<String> header(String name) {
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a header of that name, in whatever case. */
    public boolean hasHeader(String name) {
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private List<Header> without(String name) {
        var changed = new ArrayList<Header>(headers.size() + 1);
        for (var header : headers) {
            if (!header.name().equalsIgnoreCase(name)) {
                changed.add(header);
            }
        }
        return changed;
    }
}
