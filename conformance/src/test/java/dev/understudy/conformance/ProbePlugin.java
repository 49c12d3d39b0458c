// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** A plugin with something behind every endpoint that the core services give to plugins; {@code probe.cjs} is the same. */
final class ProbePlugin {
    private ProbePlugin() {}

    static BackendFeature feature() {
        return createBackendPlugin("probe", registration -> {
            var scheduler = registration.require(CoreServices.SCHEDULER);
            var permissionsRegistry = registration.require(CoreServices.PERMISSIONS_REGISTRY);
            var actionsRegistry = registration.require(CoreServices.ACTIONS_REGISTRY);
            registration.registerInit(() -> {
                ProbePermissions.register(permissionsRegistry.get());
                ProbeActions.all().forEach(actionsRegistry.get()::register);
                ProbeTasks.all().forEach(scheduler.get()::scheduleTask);
            });
        });
    }
}
