// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Work to do when a phase of the backend's or a plugin's life is reached. A failure is logged and stops nothing else. */
@FunctionalInterface
public interface LifecycleHook {
    void run() throws Exception;
}
