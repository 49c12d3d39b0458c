// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.app.api.StartupPlan.Failure;
import dev.understudy.backend.plugin.api.ExtensionPointFactoryMiddleware;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts modules to their plugins, and what is registered twice aside. */
final class StartupPlanner {
    private final ExtensionPoints extensionPoints;
    private final Map<String, Registration> plugins = new LinkedHashMap<>();
    private final Map<String, Map<String, Registration>> modules = new LinkedHashMap<>();
    private final Set<String> failedPlugins = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();

    private StartupPlanner(List<ExtensionPointFactoryMiddleware<?>> middleware) {
        this.extensionPoints = new ExtensionPoints(middleware);
    }

    static StartupPlan plan(List<Registration> registrations, List<ExtensionPointFactoryMiddleware<?>> middleware) {
        var planner = new StartupPlanner(middleware);
        var pluginIds = new LinkedHashSet<String>();
        for (var registration : registrations) {
            pluginIds.add(registration.owner().pluginId());
            planner.add(registration);
        }
        return new StartupPlan(pluginIds, planner.pluginPlans(), planner.extensionPoints, planner.failures);
    }

    private void add(Registration registration) {
        try {
            extensionPoints.addAll(registration);
            registration
                    .owner()
                    .moduleId()
                    .ifPresentOrElse(moduleId -> addModule(moduleId, registration), () -> addPlugin(registration));
        } catch (WiringException failure) {
            fail(registration.owner(), failure);
        }
    }

    private void addPlugin(Registration registration) {
        var pluginId = registration.owner().pluginId();
        if (failedPlugins.contains(pluginId) || plugins.putIfAbsent(pluginId, registration) != null) {
            throw rejected(registration, "Plugin '" + pluginId + "' is already registered");
        }
    }

    private void addModule(String moduleId, Registration registration) {
        var pluginId = registration.owner().pluginId();
        var siblings = modules.computeIfAbsent(pluginId, _ -> new LinkedHashMap<>());
        if (siblings.putIfAbsent(moduleId, registration) != null) {
            throw rejected(
                    registration, "Module '" + moduleId + "' for plugin '" + pluginId + "' is already registered");
        }
    }

    private WiringException rejected(Registration registration, String message) {
        extensionPoints.removeAll(registration);
        return WiringException.of(List.of(WiringProblem.at(registration.declaredAt(), message)));
    }

    /** A plugin that fails takes its modules with it; a module fails alone. */
    private void fail(Owner owner, WiringException failure) {
        if (owner.moduleId().isPresent()) {
            failures.add(new Failure(owner, failure));
            return;
        }
        plugins.remove(owner.pluginId());
        if (failedPlugins.add(owner.pluginId())) {
            failures.add(new Failure(owner, failure));
        }
    }

    private List<PluginPlan> pluginPlans() {
        return plugins.values().stream()
                .map(plugin -> new PluginPlan(
                        plugin,
                        List.copyOf(modules.getOrDefault(plugin.owner().pluginId(), Map.of())
                                .values())))
                .toList();
    }
}
