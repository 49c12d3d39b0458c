// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.database.CatalogChanges;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gives what was found to all who ask for it within a moment, or until a change. What was not found is looked for each time.
 * Holds no more than what was asked for in one moment. Thread-safe.
 *
 * @param <V> a value, which is shared and must not be changed
 */
final class Remembering<K, V> {
    private final long nanos;
    private final CatalogChanges changes;
    private final LongSupplier clock;
    private volatile Moment<K, V> latest;

    /** All that is looked for in a moment is looked for after its begin, and forgotten at its end. */
    private record Moment<K, V>(long begin, long change, ConcurrentMap<K, V> found) {}

    Remembering(Duration moment, CatalogChanges changes, LongSupplier clock) {
        this.nanos = moment.toNanos();
        this.changes = changes;
        this.clock = clock;
        this.latest = begin();
    }

    Optional<V> value(K key, Supplier<Optional<V>> lookup) {
        var moment = now();
        var known = moment.found.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var value = lookup.get();
        value.ifPresent(found -> moment.found.put(key, found));
        return value;
    }

    private Moment<K, V> now() {
        var moment = latest;
        if (clock.getAsLong() - moment.begin < nanos && moment.change == changes.count()) {
            return moment;
        }
        var next = begin();
        latest = next;
        return next;
    }

    private Moment<K, V> begin() {
        return new Moment<>(clock.getAsLong(), changes.count(), new ConcurrentHashMap<>());
    }
}
