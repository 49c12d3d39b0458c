// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Which part of a list is wanted. Backstage counterpart: {@code EntityPagination}. */
public record Pagination(OptionalLong limit, long offset) {
    /** More than any list has, and far from where adding to it overflows. */
    public static final long MAXIMUM = 1L << 50;

    /**
     * Reads the parameters of a list; empty when none is given.
     *
     * @throws InputException when one makes no sense
     */
    public static Optional<Pagination> parse(OptionalLong limit, OptionalLong offset, Optional<String> after) {
        if (limit.isEmpty() && offset.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        if (limit.isPresent() && limit.getAsLong() <= 0) {
            throw new InputException("Invalid limit, must be greater than zero");
        }
        var given = new Pagination(limit, offset.orElse(0));
        return Optional.of(after.map(given::continuedBy).orElse(given));
    }

    private Pagination continuedBy(String after) {
        JsonNode cursor;
        try {
            cursor = JsonText.parseBase64(after);
        } catch (JsonText.SyntaxException malformed) {
            throw new InputException("Malformed after cursor, could not be parsed");
        }
        if (cursor.isNull()) {
            throw new InputException("Malformed after cursor, could not be parsed");
        }
        var newLimit = whole(cursor.path("limit"), "Malformed after cursor, limit was not an number");
        var newOffset = whole(cursor.path("offset"), "Malformed after cursor, offset was not a number");
        return new Pagination(newLimit.isPresent() ? newLimit : limit, newOffset.orElse(offset));
    }

    private static OptionalLong whole(JsonNode number, String message) {
        if (number.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!number.isNumber() || number.doubleValue() % 1 != 0 || number.doubleValue() < 0) {
            throw new InputException(message);
        }
        return OptionalLong.of(bounded(number.doubleValue()));
    }

    /** A count that statements can take. */
    public static long bounded(double number) {
        return (long) Math.min(number, MAXIMUM);
    }

    /** The cursor of the page behind this one. */
    public String next() {
        var cursor = Json.mapper().createObjectNode();
        limit.ifPresent(size -> cursor.put("limit", size));
        cursor.put("offset", offset + limit.orElse(0));
        return LenientBase64.encode(cursor.toString());
    }
}
