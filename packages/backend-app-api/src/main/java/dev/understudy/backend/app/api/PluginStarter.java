// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.ModuleContext;
import dev.understudy.backend.plugin.api.Ref;
import dev.understudy.backend.plugin.api.ServiceRef;
import java.util.Map;

/** Starts one plugin: its eager services, its modules in order, its init, and its start-up hooks. */
final class PluginStarter {
    private final StartupPlan plan;
    private final Map<Owner, WiringException> failures;
    private final ServiceRegistry registry;
    private final StartupResults results;
    private final TaskGroup tasks;

    PluginStarter(
            StartupPlan plan,
            Map<Owner, WiringException> failures,
            ServiceRegistry registry,
            StartupResults results,
            TaskGroup tasks) {
        this.plan = plan;
        this.failures = failures;
        this.registry = registry;
        this.results = results;
        this.tasks = tasks;
    }

    void start(PluginPlan plugin) {
        var pluginId = plugin.pluginId();
        run(plugin.plugin().owner(), () -> {
            rejectInvalid(plugin);
            registry.createEagerPluginServices(pluginId);
            ModuleOrder.of(plugin).visit(module -> run(module.owner(), () -> startModule(module)), tasks);
            init(plugin.plugin(), registry.resolverFor(pluginId));
            new Lifecycles(registry).plugin(pluginId).startup();
        });
    }

    private void startModule(Registration module) throws Exception {
        rejectInvalid(module.owner());
        init(module, new ModuleResolver(module.owner()));
    }

    /** A plugin that can not start takes its modules with it, but theirs are failures to report too. */
    private void rejectInvalid(PluginPlan plugin) {
        if (failures.containsKey(plugin.plugin().owner())) {
            for (var module : plugin.modules()) {
                var failure = failures.get(module.owner());
                if (failure != null) {
                    results.failed(module.owner(), failure);
                }
            }
        }
        rejectInvalid(plugin.plugin().owner());
    }

    private void rejectInvalid(Owner owner) {
        var failure = failures.get(owner);
        if (failure != null) {
            throw failure;
        }
    }

    private void run(Owner owner, Step step) {
        results.began(owner);
        try {
            step.run();
        } catch (Exception | LinkageError failure) {
            results.failed(owner, failure);
            return;
        }
        results.succeeded(owner);
    }

    private static void init(Registration registration, DeclaredDependency.Resolver resolver) throws Exception {
        var limited = DeclaredConnections.limit(resolver, registration.connections());
        registration.dependencies().forEach(dependency -> dependency.resolve(limited));
        registration.init().run();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    /** Resolves services of the plugin, and extension points for the module. */
    private final class ModuleResolver implements DeclaredDependency.Resolver, ModuleContext {
        private final Owner module;

        private ModuleResolver(Owner module) {
            this.module = module;
        }

        @Override
        public <V> V resolve(Ref<V> ref) {
            return switch (ref) {
                case ServiceRef<V> service ->
                    registry.resolverFor(module.pluginId()).resolve(service);
                case ExtensionPoint<V> point -> plan.extensionPoints().create(point, this);
            };
        }

        @Override
        public String moduleId() {
            return module.moduleId().orElseThrow();
        }

        @Override
        public void reportStartupFailure(Exception failure) {
            results.reported(module, failure);
        }
    }
}
