// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendFeatureLoader;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BackendFeatureProvider;
import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * Installs the features that it finds on the class path, as far as {@code backend.packages} says: {@code all}, or the
 * package names to {@code include} or {@code exclude}. Without that configuration it installs nothing.
 *
 * <p>Backstage counterpart: {@code discoveryFeatureLoader}.
 */
public final class DiscoveryFeatureLoader {
    private DiscoveryFeatureLoader() {}

    /** The loader, which looks for {@link BackendFeatureProvider}s when the backend starts. */
    public static BackendFeature feature() {
        return of(() -> ServiceLoader.load(BackendFeatureProvider.class).iterator());
    }

    static BackendFeature of(Iterable<BackendFeatureProvider> providers) {
        return createBackendFeatureLoader("discovery", reg -> {
            var config = reg.require(ROOT_CONFIG);
            var logger = reg.require(ROOT_LOGGER);
            reg.registerLoader(features -> {
                var wanted = wantedPackages(config.get());
                if (wanted.isEmpty()) {
                    return; // spares the search of the class path
                }
                for (var provider : providers) {
                    if (wanted.get().test(provider.packageName())) {
                        logger.get().info("Detected: " + provider.packageName());
                        features.add(provider.feature());
                    }
                }
            });
        });
    }

    private static Optional<Predicate<String>> wantedPackages(Config config) {
        var packages = config.optionalValue("backend.packages");
        if (packages.isEmpty() || (packages.get().isEmpty() && !packages.get().isString())) {
            return Optional.empty();
        }
        if (packages.get().isString() && packages.get().stringValue().equals("all")) {
            return Optional.of(_ -> true);
        }
        var include = config.optionalStringArray("backend.packages.include");
        var exclude = config.optionalStringArray("backend.packages.exclude").orElseGet(List::of);
        return Optional.of(name -> include.map(names -> names.contains(name)).orElse(true) && !exclude.contains(name));
    }
}
