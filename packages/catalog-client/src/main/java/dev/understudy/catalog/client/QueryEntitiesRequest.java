// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Asks for a page of entities. Backstage counterpart of the same name. */
public sealed interface QueryEntitiesRequest {
    /** Asks for the first page of all entities. */
    static Initial initial() {
        return Initial.ALL;
    }

    /** Asks for the page that an answer named. */
    static Continued cursor(String cursor) {
        return new Continued(cursor, List.of(), OptionalInt.empty());
    }

    /** Dotted paths of what is wanted; when empty, whole entities. */
    List<String> fields();

    /** How many entities to answer with at most. */
    OptionalInt limit();

    /**
     * The next or previous page of a question. Backstage counterpart: {@code QueryEntitiesCursorRequest}.
     *
     * @param cursor not empty
     */
    record Continued(String cursor, List<String> fields, OptionalInt limit) implements QueryEntitiesRequest {
        public Continued {
            requireNonNull(cursor, "cursor");
            fields = List.copyOf(fields);
        }

        public Continued withFields(List<String> newFields) {
            return new Continued(cursor, newFields, limit);
        }

        public Continued withLimit(int newLimit) {
            return new Continued(cursor, fields, OptionalInt.of(newLimit));
        }
    }

    /**
     * A new question. Backstage counterpart: {@code QueryEntitiesInitialRequest}.
     *
     * @param filter which entities are wanted
     * @param query a predicate that they must fulfil too
     * @param orderFields what to sort by; the catalog looks at the first only
     * @param totalItems whether to count them all; yes, when nothing is said
     */
    record Initial(
            List<String> fields,
            OptionalInt limit,
            OptionalInt offset,
            EntityFilterQuery filter,
            Optional<JsonNode> query,
            List<EntityOrder> orderFields,
            Optional<FullTextFilter> fullTextFilter,
            Optional<TotalItems> totalItems)
            implements QueryEntitiesRequest {
        private static final Initial ALL = new Initial(
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                EntityFilterQuery.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());

        public Initial {
            fields = List.copyOf(fields);
            orderFields = List.copyOf(orderFields);
        }

        public Initial withFields(String... names) {
            return new Initial(List.of(names), limit, offset, filter, query, orderFields, fullTextFilter, totalItems);
        }

        public Initial withLimit(int count) {
            return new Initial(
                    fields, OptionalInt.of(count), offset, filter, query, orderFields, fullTextFilter, totalItems);
        }

        public Initial withOffset(int count) {
            return new Initial(
                    fields, limit, OptionalInt.of(count), filter, query, orderFields, fullTextFilter, totalItems);
        }

        public Initial withFilter(EntityFilterQuery wanted) {
            return new Initial(fields, limit, offset, wanted, query, orderFields, fullTextFilter, totalItems);
        }

        public Initial withQuery(JsonNode predicate) {
            return new Initial(
                    fields, limit, offset, filter, Optional.of(predicate), orderFields, fullTextFilter, totalItems);
        }

        public Initial withOrderFields(EntityOrder... orders) {
            return new Initial(fields, limit, offset, filter, query, List.of(orders), fullTextFilter, totalItems);
        }

        public Initial withFullTextFilter(FullTextFilter text) {
            return new Initial(fields, limit, offset, filter, query, orderFields, Optional.of(text), totalItems);
        }

        public Initial withTotalItems(TotalItems choice) {
            return new Initial(fields, limit, offset, filter, query, orderFields, fullTextFilter, Optional.of(choice));
        }
    }

    /** Whether to count all entities that fit. */
    enum TotalItems {
        INCLUDE("include"),
        EXCLUDE("exclude");

        private final String text;

        TotalItems(String text) {
            this.text = text;
        }

        /** The word in requests. */
        public String text() {
            return text;
        }
    }
}
