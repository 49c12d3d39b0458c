// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * Creates an instance of a service. It may block and throw.
 *
 * @param <T> what it creates
 */
@FunctionalInterface
public interface Creator<T> {
    /** Reads the dependencies and creates the instance. */
    T create() throws Exception;
}
