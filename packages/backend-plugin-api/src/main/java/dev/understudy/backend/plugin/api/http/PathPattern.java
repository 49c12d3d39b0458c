// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path of fixed and {@code :named} segments. */
final class PathPattern {
    private final List<String> segments;
    private final boolean exact;

    private PathPattern(String path, boolean exact) {
        this.segments = split(path);
        this.exact = exact;
    }

    static PathPattern exact(String path) {
        return new PathPattern(path, true);
    }

    static PathPattern prefix(String path) {
        return new PathPattern(path, false);
    }

    /** What matched: the decoded names, the path that was used up, and the rest of it. */
    record Match(Map<String, String> params, String consumed, String remainder) {}

    @Nullable
    Match match(String path) {
        Map<String, String> params = Map.of();
        int at = 0;
        for (var segment : segments) {
            if (at >= path.length() || path.charAt(at) != '/') {
                return null;
            }
            int end = path.indexOf('/', at + 1);
            end = end < 0 ? path.length() : end;
            if (segment.startsWith(":")) {
                if (end == at + 1) {
                    return null;
                }
                params = params.isEmpty() ? new HashMap<>() : params;
                params.put(segment.substring(1), decode(path.substring(at + 1, end)));
            } else if (end - at - 1 != segment.length()
                    || !path.regionMatches(true, at + 1, segment, 0, segment.length())) {
                return null;
            }
            at = end;
        }
        return exact ? whole(path, at, params) : front(path, at, params);
    }

    private static @Nullable Match whole(String path, int at, Map<String, String> params) {
        var rest = path.length() - at;
        var matches = rest == 0 || (rest == 1 && path.charAt(at) == '/');
        return matches ? new Match(params, path, "/") : null;
    }

    private static Match front(String path, int at, Map<String, String> params) {
        var rest = path.substring(at);
        return new Match(params, path.substring(0, at), rest.isEmpty() ? "/" : rest);
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedPathException(segment, malformed);
        }
    }

    private static List<String> split(String path) {
        var trimmed = path.replaceAll("^/|/$", "");
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/"));
    }
}
