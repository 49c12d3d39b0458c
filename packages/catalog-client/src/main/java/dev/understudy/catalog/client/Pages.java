// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Pages that lead to each other, each asked for when it is needed. Used by one thread. */
final class Pages<T> implements Iterator<Pages.Page<T>> {
    private final Function<Optional<String>, Page<T>> ask;
    private Optional<String> cursor = Optional.empty();
    private boolean isAtEnd;

    private Pages(Function<Optional<String>, Page<T>> ask) {
        this.ask = ask;
    }

    record Page<T>(List<T> items, Optional<String> nextCursor) {}

    /**
     * @param ask answers with the page of a cursor, or without one with the first
     */
    static <T> Stream<List<T>> stream(Function<Optional<String>, Page<T>> ask) {
        var pages = Spliterators.spliteratorUnknownSize(
                new Pages<>(ask), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        return StreamSupport.stream(pages, false).map(Page::items);
    }

    @Override
    public boolean hasNext() {
        return !isAtEnd;
    }

    @Override
    public Page<T> next() {
        if (isAtEnd) {
            throw new NoSuchElementException("There are no more pages");
        }
        var page = ask.apply(cursor);
        cursor = page.nextCursor();
        isAtEnd = cursor.isEmpty();
        return page;
    }
}
