// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * Where a plugin tells what it can do. Thread-safe. May change: the counterpart is alpha.
 *
 * <p>Backstage counterpart: {@code ActionsRegistryService}.
 */
public interface ActionsRegistryService {
    /**
     * Adds an action.
     *
     * @throws IllegalArgumentException when there is one with this name
     */
    void register(ActionDefinition action);
}
