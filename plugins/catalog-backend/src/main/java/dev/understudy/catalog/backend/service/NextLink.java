// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** The {@code Link} header that leads from one page of a list to the next. */
final class NextLink {
    private NextLink() {}

    /** The request's own address, with the cursor in place of {@code after} and {@code offset}. */
    static String of(HttpRequest request, String cursor) {
        var pairs = new ArrayList<String>();
        var isSet = false;
        for (var pair : request.rawQuery().split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            switch (name) {
                case "offset" -> {}
                case "after" -> {
                    if (!isSet) {
                        pairs.add("after=" + encode(cursor));
                        isSet = true;
                    }
                }
                default -> pairs.add(encode(name) + "=" + encode(value));
            }
        }
        if (!isSet) {
            pairs.add("after=" + encode(cursor));
        }
        return "<" + request.path() + "?" + String.join("&", pairs) + ">; rel=\"next\"";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
