// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A content type, in lower case; one that is malformed anywhere is none. */
record MediaType(String name, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern NAME = Pattern.compile(" *(" + TOKEN + "/" + TOKEN + ") *");
    private static final Pattern PARAMETER =
            Pattern.compile("; *(" + TOKEN + ") *= *(\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.)*\"|" + TOKEN + ") *");

    static Optional<MediaType> parse(String header) {
        int semicolon = header.indexOf(';');
        int end = semicolon < 0 ? header.length() : semicolon;
        var name = NAME.matcher(header).region(0, end);
        if (!name.matches()) {
            return Optional.empty();
        }
        return parameters(header.substring(end))
                .map(parameters -> new MediaType(name.group(1).toLowerCase(Locale.ROOT), parameters));
    }

    private static Optional<Map<String, String>> parameters(String text) {
        var parameters = new HashMap<String, String>();
        var matcher = PARAMETER.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), unquoted(matcher.group(2)));
            end = matcher.end();
        }
        return end == text.length() ? Optional.of(parameters) : Optional.empty();
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    boolean isJson() {
        return name.equals("application/json");
    }

    String charset() {
        var charset = parameters.getOrDefault("charset", "").toLowerCase(Locale.ROOT);
        return charset.isEmpty() ? "utf-8" : charset;
    }
}
