// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a query, in their order. Immutable. Counterpart: {@code URLSearchParams}. */
public final class FormParameters {
    private final List<Map.Entry<String, String>> entries;

    private FormParameters(List<Map.Entry<String, String>> entries) {
        this.entries = List.copyOf(entries);
    }

    /** No parameters at all. */
    public static FormParameters empty() {
        return new FormParameters(List.of());
    }

    static FormParameters parse(String query) {
        var entries = new ArrayList<Map.Entry<String, String>>();
        for (var part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                var equals = part.indexOf('=');
                var name = equals < 0 ? part : part.substring(0, equals);
                entries.add(Map.entry(decode(name), equals < 0 ? "" : decode(part.substring(equals + 1))));
            }
        }
        return new FormParameters(entries);
    }

    List<Map.Entry<String, String>> entries() {
        return entries;
    }

    /** The first value of a parameter. */
    public Optional<String> first(String name) {
        return entries.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The last value of a parameter. */
    Optional<String> last(String name) {
        return entries.reversed().stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** These parameters with one more at the end. */
    public FormParameters with(String name, String value) {
        var result = new ArrayList<>(entries);
        result.add(Map.entry(name, value));
        return new FormParameters(result);
    }

    /** These parameters with one value for a name, where its first was or else at the end. */
    public FormParameters set(String name, String value) {
        if (first(name).isEmpty()) {
            return with(name, value);
        }
        var result = new ArrayList<Map.Entry<String, String>>();
        var done = false;
        for (var entry : entries) {
            if (!entry.getKey().equals(name)) {
                result.add(entry);
            } else if (!done) {
                result.add(Map.entry(name, value));
                done = true;
            }
        }
        return new FormParameters(result);
    }

    /** These parameters without those of a name. */
    public FormParameters without(String name) {
        return new FormParameters(
                entries.stream().filter(entry -> !entry.getKey().equals(name)).toList());
    }

    /** The text behind the question mark. */
    @Override
    public String toString() {
        return entries.stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return PercentEncoding.decodeLeniently(text.replace('+', ' '));
    }
}
