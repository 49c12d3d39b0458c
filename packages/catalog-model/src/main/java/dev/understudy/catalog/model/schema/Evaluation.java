// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a schema over a value: where it is, and what it found. All rules are run, as in the reference, but only the
 * errors that anybody reads are kept: the first one, and those of the root's own fields. A hostile value with a million
 * errors thus costs no memory.
 */
final class Evaluation {
    private static final int MOST_REFERENCES = 1000;

    private final List<Object> location = new ArrayList<>();
    private final List<SchemaError> errors = new ArrayList<>();
    private final int limit;
    private int count;
    private int references;

    /** Keeps the errors that every evaluation keeps. */
    Evaluation() {
        this(0);
    }

    /** Keeps all errors up to a limit, and those that every evaluation keeps. */
    Evaluation(int limit) {
        this.limit = limit;
    }

    void enter(Object segment) {
        location.add(segment);
    }

    void leave() {
        location.removeLast();
    }

    /** Values are finite, so that only references in a circle lead this deep. */
    void enterReference() {
        if (++references > MOST_REFERENCES) {
            throw new IllegalStateException("The schema refers to itself without end");
        }
    }

    void leaveReference() {
        references--;
    }

    void report(String keyword, String message, String params) {
        if (count++ == 0 || location.size() == 1 || errors.size() < limit) {
            errors.add(new SchemaError(instancePath(), keyword, message, params));
        }
    }

    int errorCount() {
        return count;
    }

    int mark() {
        return errors.size();
    }

    /** Forgets what an alternative reported, because another alternative fits. */
    void rewind(int errorCount, int mark) {
        count = errorCount;
        errors.subList(mark, errors.size()).clear();
    }

    Optional<SchemaError> firstError() {
        return errors.stream().findFirst();
    }

    List<SchemaError> errors() {
        return List.copyOf(errors);
    }

    List<SchemaError> fieldErrors() {
        return errors.stream()
                .filter(error -> error.instancePath().lastIndexOf('/') == 0)
                .toList();
    }

    private String instancePath() {
        var path = new StringBuilder();
        for (var segment : location) {
            path.append('/').append(segment.toString().replace("~", "~0").replace("/", "~1"));
        }
        return path.toString();
    }
}
