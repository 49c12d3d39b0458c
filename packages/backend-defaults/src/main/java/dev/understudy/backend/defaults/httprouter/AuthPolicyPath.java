// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import java.util.List;

/** A path, and all below it; {@code :name} stands for any one segment and a last {@code *name} for anything further. */
final class AuthPolicyPath {
    private static final AuthPolicyPath EVERYTHING = new AuthPolicyPath(List.of(), false);

    private final List<String> segments;
    private final boolean wildcard;

    private AuthPolicyPath(List<String> segments, boolean wildcard) {
        this.segments = segments;
        this.wildcard = wildcard;
    }

    /**
     * Reads the path of a policy.
     *
     * @throws IllegalArgumentException unless it starts with a slash and has parameters as whole segments only, so that no
     *     policy opens more than its author meant
     */
    static AuthPolicyPath parse(String path) {
        if (path.equals("/") || path.equals("*")) {
            return EVERYTHING;
        }
        if (!path.startsWith("/")) {
            throw invalid(path);
        }
        var segments = List.of(path.substring(1).split("/", -1));
        boolean wildcard = segments.getLast().startsWith("*");
        var fixed = wildcard ? segments.subList(0, segments.size() - 1) : segments;
        for (var segment : fixed) {
            var text = segment.startsWith(":") ? segment.substring(1) : segment;
            if (text.chars().anyMatch(c -> ":*{}()[]?+!\\".indexOf(c) >= 0) || segment.equals(":")) {
                throw invalid(path);
            }
        }
        return new AuthPolicyPath(fixed, wildcard);
    }

    private static IllegalArgumentException invalid(String path) {
        return new IllegalArgumentException("Invalid auth policy path '" + path
                + "', must start with '/' and may have ':name' for a whole segment and '*name' for the rest");
    }

    boolean matches(String path) {
        int at = 0;
        for (var segment : segments) {
            if (at >= path.length() || path.charAt(at) != '/') {
                return false;
            }
            int slash = path.indexOf('/', at + 1);
            int end = slash < 0 ? path.length() : slash;
            if (!matches(segment, path, at + 1, end)) {
                return false;
            }
            at = end;
        }
        return !wildcard || at + 1 < path.length();
    }

    private static boolean matches(String segment, String path, int start, int end) {
        return segment.startsWith(":")
                ? end > start
                : segment.length() == end - start && path.regionMatches(true, start, segment, 0, segment.length());
    }
}
