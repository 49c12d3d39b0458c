// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Hooks into the life of the whole backend. Thread-safe. Backstage counterpart: {@code RootLifecycleService}. */
public interface RootLifecycleService extends LifecycleService {
    /**
     * Runs the hook when shutdown begins, while plugins still work; it may take the time it needs.
     *
     * @throws IllegalStateException when shutdown has begun
     */
    void addBeforeShutdownHook(LifecycleHook hook);
}
