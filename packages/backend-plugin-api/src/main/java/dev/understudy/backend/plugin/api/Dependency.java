// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * A declared dependency. Read it at the top of the function that needs it and pass the value on, never the dependency.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface Dependency<T> {
    /**
     * The value, from the moment the init, creator or loader of the same registration runs.
     *
     * @throws IllegalStateException if it is read while registering
     */
    T get();
}
