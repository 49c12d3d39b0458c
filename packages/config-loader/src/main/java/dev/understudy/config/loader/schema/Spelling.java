// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name somebody meant. */
final class Spelling {
    private static final int LONGEST_NAME = 100;

    private Spelling() {}

    /** The candidate that is closest to the name, if one is close. */
    static Optional<String> closest(String name, Collection<String> candidates) {
        var limit = Math.max(1, name.length() / 4);
        return candidates.stream()
                .filter(candidate -> Math.max(candidate.length(), name.length()) <= LONGEST_NAME)
                .filter(candidate -> distance(name, candidate) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of letters to add, remove, replace or swap with their neighbour; case does not count. */
    private static int distance(String from, String to) {
        var table = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                table[row][column] = Math.min(row, column) == 0 ? row + column : step(table, from, to, row, column);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int step(int[][] table, String from, String to, int row, int column) {
        var replaced = table[row - 1][column - 1] + (same(from, row, to, column) ? 0 : 1);
        var best = Math.min(replaced, 1 + Math.min(table[row - 1][column], table[row][column - 1]));
        var swapped = row > 1 && column > 1 && same(from, row, to, column - 1) && same(from, row - 1, to, column);
        return swapped ? Math.min(best, table[row - 2][column - 2] + 1) : best;
    }

    private static boolean same(String from, int row, String to, int column) {
        return Character.toLowerCase(from.charAt(row - 1)) == Character.toLowerCase(to.charAt(column - 1));
    }
}
