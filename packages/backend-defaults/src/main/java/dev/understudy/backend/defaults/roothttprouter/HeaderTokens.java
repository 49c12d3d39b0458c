// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.ArrayList;
import java.util.List;

/** Reads headers that are lists. */
final class HeaderTokens {
    private HeaderTokens() {}

    /** What stands between the commas, without spaces around it. */
    static List<String> split(String header) {
        var tokens = new ArrayList<String>();
        for (int start = 0; start <= header.length(); ) {
            int end = header.indexOf(',', start);
            end = end < 0 ? header.length() : end;
            tokens.add(header.substring(start, end).strip());
            start = end + 1;
        }
        return tokens;
    }

    static boolean hasNoCache(String cacheControl) {
        return split(cacheControl).contains("no-cache");
    }

    static boolean hasNoTransform(String cacheControl) {
        return split(cacheControl).stream().anyMatch("no-transform"::equalsIgnoreCase);
    }

    /** The value of a {@code Vary} header with a further name. */
    static String vary(String present, String name) {
        if (present.isEmpty()) {
            return name;
        }
        boolean named = split(present).stream().anyMatch(token -> token.equals("*") || token.equalsIgnoreCase(name));
        return named ? present : present + ", " + name;
    }
}
