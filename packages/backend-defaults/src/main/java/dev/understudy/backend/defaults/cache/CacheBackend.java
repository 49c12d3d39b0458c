// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

/** A kind of store, connected to when it is first used. Thread-safe. */
public interface CacheBackend extends AutoCloseable {
    /** The name in {@code backend.cache.store}. */
    String name();

    /** A plugin's share of the store. No connection is made by this. */
    CacheStore storeFor(String pluginId);

    /** Ends what connections there are. */
    @Override
    default void close() {}
}
