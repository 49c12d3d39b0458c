// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A glob for origins, with the meaning it has in minimatch, letter case aside: {@code *} and {@code ?} stay between slashes,
 * {@code [a-z]} is one of a class, {@code {a,b}} is either, and a leading {@code !} turns the match around. Several slashes
 * count as one, and an origin may end in one where its pattern does not.
 */
final class OriginPattern {
    // no browser sends a longer one, and what follows takes time with the length
    private static final int LONGEST_ORIGIN = 512;

    private final List<Pattern> alternatives;
    private final boolean negated;

    private OriginPattern(List<Pattern> alternatives, boolean negated) {
        this.alternatives = alternatives;
        this.negated = negated;
    }

    static OriginPattern parse(String glob) {
        if (glob.startsWith("#")) {
            return new OriginPattern(List.of(), false);
        }
        int marks = 0;
        while (marks < glob.length() && glob.charAt(marks) == '!') {
            marks++;
        }
        var alternatives = braceExpand(glob.substring(marks)).stream()
                .map(OriginPattern::compile)
                .toList();
        return new OriginPattern(alternatives, marks % 2 == 1);
    }

    boolean matches(String origin) {
        if (origin.length() > LONGEST_ORIGIN) {
            return false;
        }
        boolean matches = alternatives.stream()
                .anyMatch(pattern -> pattern.matcher(origin).matches());
        return matches != negated;
    }

    private static List<String> braceExpand(String glob) {
        int open = glob.indexOf('{');
        int close = open < 0 ? -1 : matchingBrace(glob, open);
        if (close < 0) {
            return List.of(glob);
        }
        var expanded = new ArrayList<String>();
        var choices = choices(glob.substring(open + 1, close));
        for (var rest : braceExpand(glob.substring(close + 1))) {
            if (choices.size() == 1) {
                expanded.add(glob.substring(0, close + 1) + rest);
                continue;
            }
            for (var choice : choices) {
                for (var inner : braceExpand(choice)) {
                    expanded.add(glob.substring(0, open) + inner + rest);
                }
            }
        }
        return expanded;
    }

    private static int matchingBrace(String glob, int open) {
        int depth = 0;
        for (int at = open; at < glob.length(); at++) {
            depth += glob.charAt(at) == '{' ? 1 : glob.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> choices(String text) {
        var choices = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                choices.add(text.substring(start, at));
                start = at + 1;
            }
        }
        choices.add(text.substring(start));
        return choices;
    }

    private static Pattern compile(String glob) {
        var regex = new StringBuilder();
        boolean first = true;
        for (var segment : glob.split("/+", -1)) {
            regex.append(first ? "" : "/+").append(segment(segment));
            first = false;
        }
        regex.append(glob.isEmpty() || glob.endsWith("/") ? "" : "/*");
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    // a wildcard at the front of a segment takes at least one character, and no dot
    private static String segment(String segment) {
        var regex = new StringBuilder();
        if (segment.startsWith("*") || segment.startsWith("?")) {
            regex.append("(?!\\.)(?=[^/])");
        }
        for (int at = 0; at < segment.length(); at++) {
            char c = segment.charAt(at);
            int close = c == '[' ? segment.indexOf(']', at + 2) : -1;
            if (c == '*') {
                at = endOfStars(segment, at);
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (close > 0) {
                regex.append(characterClass(segment.substring(at + 1, close)));
                at = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static int endOfStars(String segment, int at) {
        int end = at;
        while (end + 1 < segment.length() && segment.charAt(end + 1) == '*') {
            end++;
        }
        return end;
    }

    private static String characterClass(String content) {
        boolean negated = content.startsWith("!") || content.startsWith("^");
        var characters = (negated ? content.substring(1) : content)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("&&", "&\\&")
                .replace("^", "\\^");
        return (negated ? "[^/" : "[") + characters + "]";
    }
}
