// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import java.util.function.Supplier;

/**
 * Features that are started and stopped together. It starts once; there is no restart. Thread-safe.
 *
 * <p>Backstage counterpart: {@code Backend}.
 */
public interface Backend extends AutoCloseable {
    /**
     * Installs a feature.
     *
     * @throws IllegalStateException after {@link #start}
     */
    Backend add(BackendFeature feature);

    /**
     * Installs a feature that is made when the backend starts, such as {@code CatalogPlugin::feature}.
     *
     * @throws IllegalStateException after {@link #start}
     */
    Backend add(Supplier<? extends BackendFeature> feature);

    /**
     * Starts everything and returns when all plugins are up. When that fails, what had been started is stopped again.
     *
     * @throws BackendStartupException when a plugin or module failed that must not fail
     * @throws WiringException when the features do not fit together, before any plugin starts
     * @throws IllegalStateException when it has been started or stopped before
     */
    BackendStartupResult start();

    /**
     * Stops everything. It interrupts a start that is under way; a second call waits for the first to end.
     *
     * @throws RuntimeException the first failure of a lifecycle service; the others are suppressed in it
     */
    void stop();

    /** The same as {@link #stop}. */
    @Override
    default void close() {
        stop();
    }
}
