// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.plugin.api.service.DiscoveryService;

/** All plugins of one backend. */
final class FixedDiscovery implements DiscoveryService {
    @Override
    public String baseUrl(String pluginId) {
        return "http://localhost:7007/api/" + pluginId;
    }

    @Override
    public String externalBaseUrl(String pluginId) {
        return "https://backstage.example/api/" + pluginId;
    }
}
