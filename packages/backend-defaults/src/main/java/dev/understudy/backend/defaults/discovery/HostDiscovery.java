// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import dev.understudy.errors.ErrorNames;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds plugins as configuration says, which may change at any time. */
final class HostDiscovery implements DiscoveryService {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "[::]");

    private final SrvResolver services;
    private volatile Targets targets;

    private HostDiscovery(Targets targets, SrvResolver services) {
        this.targets = targets;
        this.services = services;
    }

    static HostDiscovery fromConfig(Config config, LoggerService logger, SrvResolver services, String environment) {
        warnAboutBaseUrl(config.string("backend.baseUrl"), logger, environment);
        var discovery = new HostDiscovery(Targets.fromConfig(config), services);
        config.subscribe(() -> discovery.reload(config, logger));
        return discovery;
    }

    private void reload(Config config, LoggerService logger) {
        try {
            targets = Targets.fromConfig(config);
        } catch (RuntimeException failure) {
            logger.error("Failed to update discovery service: " + ErrorNames.describe(failure));
        }
    }

    @Override
    public String baseUrl(String pluginId) {
        var url = targets.internalUrl(pluginId);
        return SrvUrl.isSrvUrl(url) ? services.resolve(url) : url;
    }

    @Override
    public String externalBaseUrl(String pluginId) {
        return targets.externalUrl(pluginId);
    }

    private static void warnAboutBaseUrl(String baseUrl, LoggerService logger, String environment) {
        var host = host(baseUrl);
        if (host == null) {
            logger.warn("backend.baseUrl config value '" + baseUrl + "' does not appear to be a valid URL.");
        } else if (LOCAL.contains(host) && environment.equals("production")) {
            logger.warn("backend.baseUrl is set to a localhost URL and NODE_ENV is 'production'. Browsers and other"
                    + " backends on other machines cannot reach it; set it to a URL that they can.");
        }
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
