// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern over slash-separated paths: {@code *}, {@code ?} and {@code [a-z]} within a segment, {@code **} for any number
 * of segments, {@code {a,b}} for alternatives. Matching takes time proportional to pattern times path, whatever the
 * pattern. Immutable. Counterpart: {@code minimatch}.
 */
public final class GlobPattern {
    private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");

    private final List<List<GlobSegment>> alternatives;
    private final boolean ignoreCase;

    private GlobPattern(List<List<GlobSegment>> alternatives, boolean ignoreCase) {
        this.alternatives = alternatives;
        this.ignoreCase = ignoreCase;
    }

    /** A pattern whose wildcards do not match a leading dot of a segment. */
    public static GlobPattern of(String pattern) {
        return compile(pattern, false, false);
    }

    /** A pattern that takes dots for ordinary characters and ignores case. */
    public static GlobPattern ignoringCase(String pattern) {
        return compile(pattern.toLowerCase(Locale.ROOT), true, true);
    }

    private static GlobPattern compile(String pattern, boolean ignoreCase, boolean dots) {
        var alternatives = new ArrayList<List<GlobSegment>>();
        for (var expanded : GlobBraces.expand(pattern)) {
            var segments = new ArrayList<GlobSegment>();
            for (var segment : expanded.split("/", -1)) {
                segments.add(GlobSegment.of(segment, dots));
            }
            alternatives.add(List.copyOf(segments));
        }
        return new GlobPattern(List.copyOf(alternatives), ignoreCase);
    }

    /** Whether a text has any of the characters that make it more than itself. */
    public static boolean isPattern(String text) {
        return MAGIC.matcher(text).find();
    }

    /** Whether the whole path matches. */
    public boolean matches(String path) {
        var segments = (ignoreCase ? path.toLowerCase(Locale.ROOT) : path).split("/", -1);
        return alternatives.stream().anyMatch(pattern -> matches(pattern, segments));
    }

    private static boolean matches(List<GlobSegment> pattern, String[] path) {
        var at = 0;
        var in = 0;
        var starAt = -1;
        var starIn = -1;
        while (in < path.length) {
            if (at < pattern.size() && pattern.get(at).isGlobStar()) {
                starAt = at++;
                starIn = in;
            } else if (at < pattern.size() && pattern.get(at).matches(path[in])) {
                at++;
                in++;
            } else if (starAt >= 0 && pattern.get(starAt).mayContain(path[starIn])) {
                at = starAt + 1;
                in = ++starIn;
            } else {
                return false;
            }
        }
        return at == pattern.size();
    }
}
