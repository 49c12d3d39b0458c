// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * The side of a plugin's lifecycle that the backend drives. A replacement of {@code core.lifecycle} must implement it.
 *
 * <p>Each method runs its hooks at the same time, returns when all have ended, and logs their failures. A second call does
 * nothing.
 */
public interface LifecycleController extends LifecycleService {
    void startup();

    void shutdown();
}
