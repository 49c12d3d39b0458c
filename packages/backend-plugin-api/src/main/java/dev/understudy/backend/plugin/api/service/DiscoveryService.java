// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Knows where plugins are reached. Thread-safe. Backstage counterpart: {@code DiscoveryService}. */
public interface DiscoveryService {
    /**
     * The URL at which other backends reach the plugin, without a trailing slash.
     *
     * @throws dev.understudy.errors.NotFoundException when its host is looked up and there is none
     */
    String baseUrl(String pluginId);

    /** The URL at which browsers reach the plugin, without a trailing slash. */
    String externalBaseUrl(String pluginId);
}
