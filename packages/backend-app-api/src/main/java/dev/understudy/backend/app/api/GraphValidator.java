// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.understudy.backend.app.api.StartupPlan.Failure;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.PluginServiceFactory;
import dev.understudy.backend.plugin.api.RootServiceFactory;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.backend.plugin.api.Startup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds, before anything is created, all that can not work. */
final class GraphValidator {
    private final ServiceFactories factories;
    private final ServiceGraph graph;
    private final StartupPlan plan;

    GraphValidator(ServiceFactories factories, StartupPlan plan) {
        this.factories = factories;
        this.plan = plan;
        this.graph = ServiceGraph.of(factories);
        registrations().forEach(registration -> servicesOf(registration).forEach(graph::include));
    }

    /** What keeps the whole backend from starting. */
    List<WiringProblem> backendProblems() {
        var problems = new LinkedHashSet<>(refConflicts());
        graph.cycles().ifPresent(problems::add);
        factories.firstOfEach().stream()
                .filter(factory -> factory instanceof RootServiceFactory && factory.startup() == Startup.EAGER)
                .forEach(factory -> problems.addAll(graph.problemsOf(factory.ref(), ServiceRegistry.ROOT)));
        return List.copyOf(problems);
    }

    /** What keeps single plugins and modules from starting; how bad that is, the boot failure policy says. */
    List<Failure> failures() {
        return registrations()
                .map(registration -> new OwnedProblems(registration.owner(), problemsOf(registration)))
                .filter(owned -> !owned.problems().isEmpty())
                .map(owned -> new Failure(owned.owner(), WiringException.of(owned.problems())))
                .toList();
    }

    private record OwnedProblems(Owner owner, List<WiringProblem> problems) {}

    private List<WiringProblem> problemsOf(Registration registration) {
        var problems = new ArrayList<>(illegalExtensionPoints(registration));
        var missing = registration.dependencies().stream()
                .filter(this::isMissing)
                .map(DeclaredDependency::describe)
                .collect(joining(", "));
        if (!missing.isEmpty()) {
            problems.add(WiringProblem.of("Service or extension point dependencies of "
                    + registration.owner().describe() + " are missing for the following ref(s): " + missing));
        }
        var pluginId = registration.owner().pluginId();
        servicesNeededBy(registration).forEach(service -> problems.addAll(graph.problemsOf(service, pluginId)));
        return problems.stream().distinct().toList();
    }

    private List<WiringProblem> illegalExtensionPoints(Registration registration) {
        return registration.dependencies().stream()
                .flatMap(dependency -> illegalExtensionPoint(registration.owner(), dependency))
                .toList();
    }

    private Stream<WiringProblem> illegalExtensionPoint(Owner owner, DeclaredDependency<?> dependency) {
        if (!(dependency.ref() instanceof ExtensionPoint<?> point)) {
            return Stream.empty();
        }
        return plan.extensionPoints().pluginOf(point).stream()
                .filter(pluginId -> !pluginId.equals(owner.pluginId()))
                .map(pluginId -> WiringProblem.at(
                        dependency.declaredAt(),
                        "Illegal dependency: " + owner.describeCapitalized()
                                + " attempted to depend on extension point '"
                                + point.id() + "' for plugin '" + pluginId
                                + "'. Extension points can only be used within their plugin's scope."));
    }

    private boolean isMissing(DeclaredDependency<?> dependency) {
        return switch (dependency.ref()) {
            case ServiceRef<?> service -> !factories.canServe(service);
            case ExtensionPoint<?> point ->
                plan.extensionPoints().pluginOf(point).isEmpty();
        };
    }

    /** A plugin needs its eager services too. */
    private Set<ServiceRef<?>> servicesNeededBy(Registration registration) {
        var services = new LinkedHashSet<ServiceRef<?>>();
        if (registration.owner().moduleId().isEmpty()) {
            factories.firstOfEach().stream()
                    .filter(factory -> factory instanceof PluginServiceFactory && factory.startup() == Startup.EAGER)
                    .map(ServiceFactory::ref)
                    .forEach(services::add);
        }
        servicesOf(registration).forEach(services::add);
        return services;
    }

    private List<WiringProblem> refConflicts() {
        var conflicts = new RefConflicts();
        factories.all().forEach(factory -> conflicts.add(factory.ref()));
        graph.dependencies().forEach(dependency -> conflicts.add(dependency.ref()));
        registrations().forEach(registration -> {
            registration.extensionPoints().forEach(offered -> conflicts.add(offered.point()));
            registration.dependencies().forEach(dependency -> conflicts.add(dependency.ref()));
        });
        return conflicts.problems();
    }

    private Stream<Registration> registrations() {
        return plan.plugins().stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin.plugin()), plugin.modules().stream()));
    }

    private static Set<ServiceRef<?>> servicesOf(Registration registration) {
        return registration.dependencies().stream()
                .filter(dependency -> dependency.ref() instanceof ServiceRef<?>)
                .map(DeclaredDependency::service)
                .collect(toCollection(LinkedHashSet::new));
    }
}
