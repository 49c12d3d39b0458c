// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import dev.understudy.errors.HttpException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path of fixed and {@code :named} segments; a last segment {@code *} takes all the rest, under the name {@code 0}. */
final class PathPattern {
    private final List<Segment> segments;
    private final boolean exact;
    private final boolean rest;

    private PathPattern(String path, boolean exact) {
        var all = split(path);
        this.rest = !all.isEmpty() && all.getLast().equals("*");
        this.exact = exact;
        this.segments = (rest ? all.subList(0, all.size() - 1) : all)
                .stream().map(Segment::of).toList();
    }

    private record Segment(String text, boolean named) {
        static Segment of(String text) {
            return text.startsWith(":") ? new Segment(text.substring(1), true) : new Segment(text, false);
        }
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
        int end = endOfSegments(path);
        if (end < 0) {
            return null;
        }
        if (rest) {
            return end < path.length() ? all(path, end) : null;
        }
        if (!exact) {
            return front(path, end);
        }
        int left = path.length() - end;
        return left == 0 || (left == 1 && path.charAt(end) == '/') ? new Match(params(path), path, "/") : null;
    }

    private int endOfSegments(String path) {
        int at = 0;
        for (var segment : segments) {
            if (at >= path.length() || path.charAt(at) != '/') {
                return -1;
            }
            int end = endOfSegment(path, at + 1);
            int length = end - at - 1;
            if (segment.named()) {
                if (length == 0) {
                    return -1;
                }
            } else if (length != segment.text().length()
                    || !path.regionMatches(true, at + 1, segment.text(), 0, length)) {
                return -1;
            }
            at = end;
        }
        return at;
    }

    private Match all(String path, int end) {
        var params = new HashMap<>(params(path));
        params.put("0", decode(path.substring(end + 1)));
        return new Match(params, path, "/");
    }

    private Match front(String path, int end) {
        var remainder = path.substring(end);
        return new Match(params(path), path.substring(0, end), rooted(remainder));
    }

    /** As in Express, one slash too many behind a mount is dropped. */
    private static String rooted(String remainder) {
        return remainder.isEmpty() ? "/" : remainder.startsWith("//") ? remainder.substring(1) : remainder;
    }

    private Map<String, String> params(String path) {
        Map<String, String> params = Map.of();
        int at = 0;
        for (var segment : segments) {
            int end = endOfSegment(path, at + 1);
            if (segment.named()) {
                params = params.isEmpty() ? new HashMap<>() : params;
                params.put(segment.text(), decode(path.substring(at + 1, end)));
            }
            at = end;
        }
        return params;
    }

    /** The path as it was declared, without slashes at its end; empty for the root. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.named() ? "/:" : "/").append(segment.text()));
        return text.append(rest ? "/*" : "").toString();
    }

    private static int endOfSegment(String path, int from) {
        int end = path.indexOf('/', from);
        return end < 0 ? path.length() : end;
    }

    private static String decode(String segment) {
        var decoded = PercentEncoding.decode(segment);
        if (decoded == null) {
            var status = new LinkedHashMap<String, Object>();
            status.put("statusCode", 400);
            status.put("status", 400);
            throw new HttpException("URIError", 400, "Failed to decode param '" + segment + "'", status);
        }
        return decoded;
    }

    private static List<String> split(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return start >= end ? List.of() : List.of(path.substring(start, end).split("/", -1));
    }
}
