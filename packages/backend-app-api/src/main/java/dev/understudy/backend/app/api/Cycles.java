// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Writes circles of dependencies down. */
final class Cycles {
    private Cycles() {}

    /** {@code 'a' -> 'b' -> 'a'}. */
    static String describe(List<String> path) {
        return path.stream().map(id -> "'" + id + "'").collect(joining(" -> "));
    }
}
