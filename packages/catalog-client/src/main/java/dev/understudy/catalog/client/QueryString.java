// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The part of a URL behind the question mark, in which everything but letters, digits and {@code -._~} is escaped. */
final class QueryString {
    private final StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");

    QueryString add(String name, String value) {
        parameters.add(name + "=" + encode(value));
        return this;
    }

    /** One parameter per value. */
    QueryString addEach(String name, Collection<String> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    /** One parameter with all values in it, if there are any. */
    QueryString addList(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            parameters.add(name + "=" + values.stream().map(QueryString::encode).collect(Collectors.joining(",")));
        }
        return this;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
