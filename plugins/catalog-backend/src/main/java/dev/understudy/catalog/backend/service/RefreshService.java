// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

/** Has entities read again before their time. Thread-safe. Backstage counterpart: {@code RefreshService}. */
@FunctionalInterface
public interface RefreshService {
    /**
     * Makes an entity due, and the locations that it came from.
     *
     * @throws dev.understudy.errors.NotFoundException when there is no such entity, or no way up to where it came from
     */
    void refresh(String entityRef);
}
