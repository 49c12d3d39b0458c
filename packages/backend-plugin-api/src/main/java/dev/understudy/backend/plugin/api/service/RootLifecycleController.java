// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * The side of the root lifecycle that the backend drives. A replacement of {@code core.rootLifecycle} must implement it.
 *
 * <p>Each method runs its hooks at the same time, returns when all have ended, and logs their failures. A second call does
 * nothing.
 */
public interface RootLifecycleController extends RootLifecycleService {
    void startup();

    void beforeShutdown();

    void shutdown();
}
