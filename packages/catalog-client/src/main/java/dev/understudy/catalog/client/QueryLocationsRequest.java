// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Asks for a page of registered locations. Backstage counterpart of the same name. */
public sealed interface QueryLocationsRequest {
    /** Asks for the first page of all locations. */
    static Initial initial() {
        return new Initial(OptionalInt.empty(), Optional.empty());
    }

    /** Asks for the page that an answer named. */
    static Continued cursor(String cursor) {
        return new Continued(cursor);
    }

    /**
     * A new question.
     *
     * @param limit how many to answer with at most
     * @param query a predicate over {@code id}, {@code type}, {@code target} and {@code entityRef}
     */
    record Initial(OptionalInt limit, Optional<JsonNode> query) implements QueryLocationsRequest {
        public Initial withLimit(int newLimit) {
            return new Initial(OptionalInt.of(newLimit), query);
        }

        public Initial withQuery(JsonNode newQuery) {
            return new Initial(limit, Optional.of(newQuery));
        }
    }

    /** The next page of a question. */
    record Continued(String cursor) implements QueryLocationsRequest {}
}
