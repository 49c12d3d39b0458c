// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.ArrayList;
import java.util.List;

/** A pattern for one segment of a path. */
final class GlobSegment {
    private final List<Token> tokens;
    private final boolean globStar;
    private final boolean dots;

    private GlobSegment(List<Token> tokens, boolean globStar, boolean dots) {
        this.tokens = tokens;
        this.globStar = globStar;
        this.dots = dots;
    }

    private sealed interface Token {
        record Literal(char character) implements Token {}

        record AnyOne() implements Token {}

        record AnyNumber() implements Token {}

        record OneOf(String ranges, boolean negated) implements Token {}
    }

    static GlobSegment of(String segment, boolean dots) {
        if (segment.equals("**")) {
            return new GlobSegment(List.of(), true, dots);
        }
        var tokens = new ArrayList<Token>();
        for (var at = 0; at < segment.length(); at++) {
            var character = segment.charAt(at);
            var end = character == '[' ? endOfClass(segment, at) : -1;
            if (end > 0) {
                tokens.add(oneOf(segment.substring(at + 1, end)));
                at = end;
            } else {
                tokens.add(
                        switch (character) {
                            case '*' -> new Token.AnyNumber();
                            case '?' -> new Token.AnyOne();
                            default -> new Token.Literal(character);
                        });
            }
        }
        return new GlobSegment(List.copyOf(tokens), false, dots);
    }

    private static int endOfClass(String segment, int start) {
        // a bracket right after the opening one, or after its negation, is a member
        var first = start + 1 < segment.length() && isNegation(segment.charAt(start + 1)) ? start + 2 : start + 1;
        return segment.indexOf(']', first + 1);
    }

    private static Token oneOf(String members) {
        var negated = isNegation(members.charAt(0));
        return new Token.OneOf(negated ? members.substring(1) : members, negated);
    }

    private static boolean isNegation(char character) {
        return character == '!' || character == '^';
    }

    boolean isGlobStar() {
        return globStar;
    }

    /** Whether a segment may be one of those that {@code **} stands for. */
    boolean mayContain(String segment) {
        return dots ? !segment.equals(".") && !segment.equals("..") : !segment.startsWith(".");
    }

    boolean matches(String segment) {
        if (!dots && segment.startsWith(".") && startsWithWildcard()) {
            return false;
        }
        var at = 0;
        var in = 0;
        var starAt = -1;
        var starIn = -1;
        while (in < segment.length()) {
            if (at < tokens.size() && tokens.get(at) instanceof Token.AnyNumber) {
                starAt = at++;
                starIn = in;
            } else if (at < tokens.size() && matches(tokens.get(at), segment.charAt(in))) {
                at++;
                in++;
            } else if (starAt >= 0) {
                at = starAt + 1;
                in = ++starIn;
            } else {
                return false;
            }
        }
        while (at < tokens.size() && tokens.get(at) instanceof Token.AnyNumber) {
            at++;
        }
        return at == tokens.size();
    }

    private boolean startsWithWildcard() {
        return !tokens.isEmpty() && !(tokens.getFirst() instanceof Token.Literal);
    }

    private static boolean matches(Token token, char character) {
        return switch (token) {
            case Token.Literal(var literal) -> literal == character;
            case Token.AnyOne _ -> true;
            case Token.AnyNumber _ -> false;
            case Token.OneOf(var ranges, var negated) -> contains(ranges, character) != negated;
        };
    }

    private static boolean contains(String ranges, char character) {
        for (var at = 0; at < ranges.length(); at++) {
            if (at + 2 < ranges.length() && ranges.charAt(at + 1) == '-') {
                if (ranges.charAt(at) <= character && character <= ranges.charAt(at + 2)) {
                    return true;
                }
                at += 2;
            } else if (ranges.charAt(at) == character) {
                return true;
            }
        }
        return false;
    }
}
