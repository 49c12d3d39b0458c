// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.defaults.inventory.PluginInventory;
import dev.understudy.backend.defaults.telemetry.RootTelemetryServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Runs tasks on virtual threads, and lists them at {@code /.backstage/scheduler/v1/tasks}. */
public final class SchedulerServiceFactory {
    private SchedulerServiceFactory() {}

    /** The default factory of {@link CoreServices#SCHEDULER}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.SCHEDULER, registration -> {
            var database = registration.require(CoreServices.DATABASE);
            var logger = registration.require(CoreServices.LOGGER);
            var rootLifecycle = registration.require(CoreServices.ROOT_LIFECYCLE);
            var httpRouter = registration.require(CoreServices.HTTP_ROUTER);
            var inventory = registration.require(PluginInventory.PLUGIN_INVENTORY);
            var metadata = registration.require(CoreServices.PLUGIN_METADATA);
            var metrics = registration.require(CoreServices.METRICS);
            var telemetry = registration.require(RootTelemetryServiceFactory.ROOT_TELEMETRY);
            return () -> {
                var timer = new SystemTaskTimer();
                var tracing = telemetry.get().tracing(TaskInstruments.SCOPE);
                var scheduler = new DefaultSchedulerService(
                        database.get(), logger.get(), timer, new TaskInstruments(metrics.get(), tracing, timer));
                rootLifecycle.get().addShutdownHook(scheduler::shutdown);
                var router = SchedulerRouter.create(metadata.get().id(), scheduler);
                httpRouter.get().use(router.routes());
                inventory.get().addTasks(metadata.get().id(), router::tasks);
                return scheduler;
            };
        });
    }
}
