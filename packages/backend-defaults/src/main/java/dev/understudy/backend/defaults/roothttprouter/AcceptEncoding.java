// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a client accepts. Backstage counterpart: {@code negotiator}, as {@code compression} asks it. */
final class AcceptEncoding {
    private static final Pattern PART = Pattern.compile("\\s*([^\\s;]+)\\s*(?:;(.*))?");
    private static final Pattern WEIGHT = Pattern.compile("(?:^|;)\\s*q=\\s*([0-9]*\\.?[0-9]+)");
    private static final String ANY = "*";

    private static final Comparator<Match> BEST_FIRST = comparingDouble(Match::weight)
            .reversed()
            .thenComparingInt(Match::preference)
            .thenComparing(Match::isNamed, Comparator.reverseOrder())
            .thenComparingInt(Match::place)
            .thenComparing(Match::coding);

    private final List<Part> parts;

    private AcceptEncoding(List<Part> parts) {
        this.parts = parts;
    }

    /** One coding with its weight, at its place in the header. */
    private record Part(String token, double weight, int place) {
        boolean names(ContentCoding coding) {
            return token.equalsIgnoreCase(coding.token());
        }
    }

    /** What a part of the header says of a coding. */
    private record Match(ContentCoding coding, double weight, boolean isNamed, int place) {
        int preference() {
            return switch (coding) {
                case BROTLI -> 0;
                case GZIP -> 1;
                case DEFLATE, IDENTITY -> 2;
            };
        }
    }

    /** The coding that suits a client best, by all its headers of this name; plain content when none does. */
    static ContentCoding chosenBy(List<String> header) {
        return header.isEmpty() ? ContentCoding.IDENTITY : parse(header).choose();
    }

    private static AcceptEncoding parse(List<String> header) {
        var parts = new ArrayList<Part>();
        for (var text : HeaderTokens.split(String.join(",", header))) {
            var part = PART.matcher(text);
            if (part.matches()) {
                parts.add(new Part(part.group(1), weight(Optional.ofNullable(part.group(2))), parts.size()));
            }
        }
        addIdentity(parts);
        return new AcceptEncoding(parts);
    }

    private static double weight(Optional<String> parameters) {
        var weight = WEIGHT.matcher(parameters.orElse(""));
        if (weight.find()) {
            return Double.parseDouble(weight.group(1));
        }
        return parameters.filter(text -> text.contains("q=")).isPresent() ? 0 : 1;
    }

    // unless something is said of it, plain content is the last resort
    private static void addIdentity(List<Part> parts) {
        if (parts.stream().noneMatch(part -> part.token().equals(ANY) || part.names(ContentCoding.IDENTITY))) {
            var least = parts.stream().mapToDouble(Part::weight).min().orElse(1);
            parts.add(new Part(ContentCoding.IDENTITY.token(), Math.min(1, least), parts.size()));
        }
    }

    private ContentCoding choose() {
        var best = choose(EnumSet.allOf(ContentCoding.class));
        return best != ContentCoding.BROTLI || Brotli.isAvailable()
                ? best
                : choose(EnumSet.complementOf(EnumSet.of(ContentCoding.BROTLI)));
    }

    private ContentCoding choose(Set<ContentCoding> offered) {
        return offered.stream()
                .flatMap(coding -> match(coding).stream())
                .min(BEST_FIRST)
                .map(Match::coding)
                .orElse(ContentCoding.IDENTITY);
    }

    private Optional<Match> match(ContentCoding coding) {
        return parts.stream()
                .filter(part -> part.names(coding) || part.token().equals(ANY))
                .map(part -> new Match(coding, part.weight(), part.names(coding), part.place()))
                .max(comparing(Match::isNamed)
                        .thenComparingDouble(Match::weight)
                        .thenComparing(comparingInt(Match::place)))
                .filter(match -> match.weight() > 0);
    }
}
