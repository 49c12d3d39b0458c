// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code Cookie} headers. The first cookie of a name wins; values are left as they were sent, without quotes. */
final class Cookies {
    private Cookies() {}

    static Map<String, String> parse(List<String> headers) {
        if (headers.isEmpty()) {
            return Map.of();
        }
        var cookies = new HashMap<String, String>();
        for (var header : headers) {
            addAll(cookies, header);
        }
        return Map.copyOf(cookies);
    }

    private static void addAll(Map<String, String> cookies, String header) {
        for (int start = 0; start < header.length(); ) {
            int end = header.indexOf(';', start);
            end = end < 0 ? header.length() : end;
            int equals = header.indexOf('=', start);
            if (equals > start && equals < end) {
                cookies.putIfAbsent(
                        header.substring(start, equals).strip(),
                        unquoted(header.substring(equals + 1, end).strip()));
            }
            start = end + 1;
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
