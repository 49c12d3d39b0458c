// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * Hooks into the life of a plugin. The hooks of one phase run at the same time. Thread-safe.
 *
 * <p>Backstage counterpart: {@code LifecycleService}.
 */
public interface LifecycleService {
    /**
     * Runs the hook once the plugin and its modules have been initialized.
     *
     * @throws IllegalStateException when start-up is over
     */
    void addStartupHook(LifecycleHook hook);

    /**
     * Runs the hook when the backend stops.
     *
     * @throws IllegalStateException when shutdown has begun
     */
    void addShutdownHook(LifecycleHook hook);
}
