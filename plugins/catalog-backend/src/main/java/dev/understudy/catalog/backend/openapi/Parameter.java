// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.types.JavaScriptNumber;
import java.util.List;
import java.util.Optional;

/** A parameter of the query. */
record Parameter(String name, Kind kind, boolean isRequired, List<String> options) {
    enum Kind {
        TEXT,
        /** A whole number from zero. */
        COUNT,
        /** May be repeated. */
        LIST,
        /** May be repeated, or hold several values between commas. */
        COMMA_LIST
    }

    static Parameter of(String name, Kind kind) {
        return new Parameter(name, kind, false, List.of());
    }

    static Parameter required(String name, Kind kind) {
        return new Parameter(name, kind, true, List.of());
    }

    static Parameter oneOf(String name, String... options) {
        return new Parameter(name, Kind.TEXT, false, List.of(options));
    }

    /** What is wrong with the values given; empty when nothing is. */
    Optional<String> check(QueryValue value) {
        return switch (kind) {
            case TEXT -> checkText(value);
            case COUNT -> checkCount(value);
            case LIST, COMMA_LIST ->
                value.firstNested().stream()
                        .mapToObj(index -> "request/query/" + name + "/" + index + " must be string")
                        .findFirst();
        };
    }

    private Optional<String> checkText(QueryValue value) {
        if (!value.isSingle()) {
            return Optional.of("request/query/" + name + " must be string");
        }
        return options.isEmpty() || options.contains(value.single())
                ? Optional.empty()
                : Optional.of("request/query/" + name + " must be equal to one of the allowed values: "
                        + String.join(", ", options));
    }

    private Optional<String> checkCount(QueryValue value) {
        var number = value.isSingle() ? JavaScriptNumber.parse(value.single()) : Double.NaN;
        if (Double.isNaN(number) || (!Double.isInfinite(number) && number % 1 != 0)) {
            return Optional.of("request/query/" + name + " must be integer");
        }
        return number < 0 ? Optional.of("request/query/" + name + " must be >= 0") : Optional.empty();
    }

    /** The value of a count that passed the check. */
    static long count(String value) {
        return Pagination.bounded(JavaScriptNumber.parse(value));
    }
}
