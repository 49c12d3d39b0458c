// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.backend.database.CatalogChanges;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RememberingTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final CatalogChanges changes = new CatalogChanges();
    private final AtomicInteger lookups = new AtomicInteger();
    private final Remembering<String, Integer> remembering =
            new Remembering<>(Duration.ofNanos(10), changes, clock::get);

    @Test
    void looksUpOnceInAMoment() {
        assertThat(ask("one")).isEqualTo(1);
        clock.addAndGet(9);
        assertThat(ask("one")).isEqualTo(1);
        assertThat(ask("another")).isEqualTo(2);
        clock.addAndGet(1);
        assertThat(ask("one")).isEqualTo(3);
        assertThat(ask("another")).isEqualTo(4);
    }

    @Test
    void looksUpAnewAfterAChange() {
        ask("one");
        changes.note();
        assertThat(ask("one")).isEqualTo(2);
    }

    @Test
    void doesNotUseAfterAChangeWhatWasBeingLookedUp() {
        remembering.value("one", () -> {
            changes.note();
            return Optional.of(lookups.incrementAndGet());
        });
        assertThat(ask("one")).isEqualTo(2);
    }

    @Test
    void ageCountsFromTheBeginOfTheLookup() {
        remembering.value("one", () -> {
            clock.addAndGet(10);
            return Optional.of(lookups.incrementAndGet());
        });
        assertThat(ask("one")).isEqualTo(2);
    }

    @Test
    void findsAtOnceWhatWasNotThere() {
        assertThat(remembering.value("one", Optional::empty)).isEmpty();
        assertThat(ask("one")).isEqualTo(1);
    }

    private int ask(String key) {
        return remembering
                .value(key, () -> Optional.of(lookups.incrementAndGet()))
                .orElseThrow();
    }
}
