// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.ArrayList;
import java.util.List;

/** Expands {@code {a,b}} in a pattern to one pattern for each alternative. */
final class GlobBraces {
    private static final int MAX_ALTERNATIVES = 1000;

    private GlobBraces() {}

    static List<String> expand(String pattern) {
        var done = new ArrayList<String>();
        var pending = new ArrayList<>(List.of(pattern));
        while (!pending.isEmpty()) {
            if (pending.size() + done.size() > MAX_ALTERNATIVES) {
                throw new IllegalArgumentException(
                        "The pattern '" + pattern + "' has more than " + MAX_ALTERNATIVES + " alternatives");
            }
            var next = pending.removeLast();
            var alternatives = alternatives(next);
            if (alternatives.isEmpty()) {
                done.add(next);
            } else {
                pending.addAll(alternatives.reversed());
            }
        }
        return done;
    }

    /** The patterns that the first brace of a pattern stands for; none if it has no brace. */
    private static List<String> alternatives(String pattern) {
        var open = pattern.indexOf('{');
        while (open >= 0) {
            var parts = parts(pattern, open);
            if (parts.size() > 2) {
                return join(pattern.substring(0, open), parts);
            }
            open = pattern.indexOf('{', open + 1);
        }
        return List.of();
    }

    private static List<String> join(String before, List<String> parts) {
        var after = parts.getLast();
        return parts.subList(0, parts.size() - 1).stream()
                .map(part -> before + part + after)
                .toList();
    }

    /** What is between the commas of a brace, and last what is after it; nothing if it is not closed. */
    private static List<String> parts(String pattern, int open) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var start = open + 1;
        for (var at = open; at < pattern.length(); at++) {
            var character = pattern.charAt(at);
            if (character == '{') {
                depth++;
            } else if ((character == ',' && depth == 1) || (character == '}' && --depth == 0)) {
                parts.add(pattern.substring(start, at));
                start = at + 1;
                if (character == '}') {
                    parts.add(pattern.substring(start));
                    return parts;
                }
            }
        }
        return List.of();
    }
}
