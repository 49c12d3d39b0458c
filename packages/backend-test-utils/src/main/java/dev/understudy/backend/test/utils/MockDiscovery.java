// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.DiscoveryService;

/** Every plugin at one base URL. */
record MockDiscovery(String baseUrl) implements DiscoveryService {
    static MockDiscovery ofPort(int port) {
        return new MockDiscovery("http://localhost:" + port);
    }

    @Override
    public String baseUrl(String pluginId) {
        return baseUrl + "/api/" + pluginId;
    }

    @Override
    public String externalBaseUrl(String pluginId) {
        return baseUrl(pluginId);
    }
}
