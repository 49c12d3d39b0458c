// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the changes that somebody may be waiting for, so that what was read before them is not used after. Thread-safe. */
public final class CatalogChanges {
    private final AtomicLong count = new AtomicLong();

    /** To be called once a change is visible, and before whoever wanted it is told. */
    public void note() {
        count.incrementAndGet();
    }

    public long count() {
        return count.get();
    }
}
