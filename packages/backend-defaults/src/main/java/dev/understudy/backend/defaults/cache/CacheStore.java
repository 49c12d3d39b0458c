// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import java.time.Duration;
import java.util.Optional;

/** Where entries are kept, as text. Thread-safe. Each method throws a {@link RuntimeException} when the store fails. */
interface CacheStore {
    Optional<String> get(String key);

    /** Stores an entry; without a time to live for good. */
    void set(String key, String entry, Optional<Duration> timeToLive);

    void delete(String key);
}
