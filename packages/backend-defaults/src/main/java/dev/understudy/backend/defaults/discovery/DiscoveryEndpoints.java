// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;

/** The section {@code discovery.endpoints}. */
public final class DiscoveryEndpoints {
    private DiscoveryEndpoints() {}

    /**
     * Plugins that are reached somewhere else.
     *
     * @param sameForAll whether the target is one text for inside and outside
     */
    record Endpoint(Optional<String> internal, Optional<String> external, boolean sameForAll, List<String> plugins) {}

    static List<Endpoint> fromConfig(Config config) {
        return config.optionalConfigArray("discovery.endpoints").orElse(List.of()).stream()
                .map(DiscoveryEndpoints::endpoint)
                .toList();
    }

    /** The plugins that are reached somewhere else, each once. */
    public static List<String> pluginIds(Config config) {
        return fromConfig(config).stream()
                .flatMap(endpoint -> endpoint.plugins().stream())
                .distinct()
                .toList();
    }

    private static Endpoint endpoint(Config config) {
        var plugins = config.stringArray("plugins");
        if (config.value("target").isString()) {
            var target = Optional.of(config.string("target"));
            return new Endpoint(target, target, true, plugins);
        }
        return new Endpoint(
                config.optionalString("target.internal"), config.optionalString("target.external"), false, plugins);
    }
}
