// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Keys such as {@code 10}, which JavaScript's objects have in numeric order before all others. */
final class ArrayIndex {
    private static final long LARGEST = (1L << 32) - 2;
    private static final int MOST_DIGITS = 10;

    private ArrayIndex() {}

    static boolean isAmong(Collection<String> names) {
        for (var name : names) {
            if (isIndex(name)) {
                return true;
            }
        }
        return false;
    }

    /** The names in JavaScript's order. */
    static List<String> first(Collection<String> names) {
        var ordered = new ArrayList<String>(names.size());
        names.stream().filter(ArrayIndex::isIndex).forEach(ordered::add);
        ordered.sort(Comparator.comparingLong(Long::parseLong));
        names.stream().filter(name -> !isIndex(name)).forEach(ordered::add);
        return ordered;
    }

    private static boolean isIndex(String name) {
        if (name.isEmpty() || name.length() > MOST_DIGITS || (name.charAt(0) == '0' && name.length() > 1)) {
            return false;
        }
        for (var at = 0; at < name.length(); at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return false;
            }
        }
        return Long.parseLong(name) <= LARGEST;
    }
}
