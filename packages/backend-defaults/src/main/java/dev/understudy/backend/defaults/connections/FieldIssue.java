// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Something wrong with a field, or with all of them together if there is no path. */
record FieldIssue(String path, String message) {
    static FieldIssue at(String path, String message) {
        return new FieldIssue(path, message);
    }

    static FieldIssue ofAll(String message) {
        return new FieldIssue("", message);
    }

    /** One text for people, what is deepest inside last. */
    static String describe(List<FieldIssue> issues) {
        return issues.stream()
                .sorted((one, other) -> Long.compare(one.depth(), other.depth()))
                .map(FieldIssue::describe)
                .collect(joining("\n"));
    }

    private String describe() {
        return "✖ " + message + (path.isEmpty() ? "" : "\n  → at " + path);
    }

    private long depth() {
        return path.isEmpty()
                ? 0
                : 1
                        + path.chars()
                                .filter(letter -> letter == '[' || letter == '.')
                                .count();
    }
}
