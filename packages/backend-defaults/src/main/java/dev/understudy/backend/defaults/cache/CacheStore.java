// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the entries of one plugin are kept, as text. Keys are short and of letters, digits and {@code +/=} only. Thread-safe.
 * Each method throws a {@link RuntimeException} when the store fails. Backstage counterpart: a store of {@code Keyv}.
 */
public interface CacheStore {
    /** The entry of a key, if there is one. */
    Optional<String> get(String key);

    /** Stores an entry; without a time to live for good. */
    void set(String key, String entry, Optional<Duration> timeToLive);

    /** Forgets an entry, if there is one. */
    void delete(String key);
}
