// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BackendFeatureProvider;

/** What the service file among the test resources names. */
public final class DiscoveredFeature implements BackendFeatureProvider {
    @Override
    public String packageName() {
        return "@acme/plugin-discovered";
    }

    @Override
    public BackendFeature feature() {
        return createBackendPlugin("discovered", reg -> reg.registerInit(() -> {}));
    }
}
