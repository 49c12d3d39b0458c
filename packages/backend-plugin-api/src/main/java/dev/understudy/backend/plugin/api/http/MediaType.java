// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.Locale;
import java.util.Optional;

/** A content type, in lower case. */
record MediaType(String name, Optional<String> charset) {
    static Optional<MediaType> parse(String header) {
        int semicolon = header.indexOf(';');
        var name = (semicolon < 0 ? header : header.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        var charset = semicolon < 0 ? Optional.<String>empty() : charset(header.substring(semicolon + 1));
        return name.indexOf('/') > 0 ? Optional.of(new MediaType(name, charset)) : Optional.empty();
    }

    private static Optional<String> charset(String parameters) {
        for (var parameter : parameters.split(";", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
                var value = parameter.substring(equals + 1).strip().replace("\"", "");
                return Optional.of(value.toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    boolean isJson() {
        return name.equals("application/json");
    }
}
