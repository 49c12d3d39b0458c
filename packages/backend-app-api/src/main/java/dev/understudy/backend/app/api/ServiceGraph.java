// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.understudy.backend.plugin.api.PluginServiceFactory;
import dev.understudy.backend.plugin.api.RootServiceFactory;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.errors.ErrorNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What services need, found out by running the callbacks of their factories without creating anything. */
final class ServiceGraph {
    /** A service with what its factories need, or why they could not tell. */
    private record Service(ServiceRef<?> ref, List<DeclaredDependency<?>> dependencies, List<WiringProblem> problems) {}

    private final ServiceFactories factories;
    private final Map<String, Service> services = new LinkedHashMap<>();

    private ServiceGraph(ServiceFactories factories) {
        this.factories = factories;
    }

    /** The graph of all provided services and what they need. */
    static ServiceGraph of(ServiceFactories factories) {
        var graph = new ServiceGraph(factories);
        factories.all().forEach(factory -> graph.include(factory.ref()));
        return graph;
    }

    /** Takes a service into the graph, with all that it needs. */
    void include(ServiceRef<?> ref) {
        if (!services.containsKey(ref.id())) {
            var service = declare(ref);
            services.put(ref.id(), service);
            service.dependencies().forEach(dependency -> include(dependency.service()));
        }
    }

    /** Every dependency in the graph. */
    List<DeclaredDependency<?>> dependencies() {
        return services.values().stream()
                .<DeclaredDependency<?>>flatMap(service -> service.dependencies().stream())
                .toList();
    }

    /** @throws WiringException if services depend on each other */
    void rejectCycles() {
        cycles().ifPresent(problem -> {
            throw WiringException.of(problem);
        });
    }

    /** Services that depend on each other. */
    Optional<WiringProblem> cycles() {
        var nodes = services.values().stream()
                .map(service -> new DependencyGraph.Node<>(
                        service.ref().id(),
                        consumes(service),
                        Set.of(service.ref().id())))
                .toList();
        var cycles = new DependencyGraph<>(nodes).cycles();
        return cycles.isEmpty()
                ? Optional.empty()
                : Optional.of(WiringProblem.conflict("Circular dependencies detected:\n  "
                        + cycles.stream().map(Cycles::describe).collect(joining("\n  "))));
    }

    /** Why a service, or one that it needs, can not be created. */
    List<WiringProblem> problemsOf(ServiceRef<?> ref, String pluginId) {
        var problems = new ArrayList<WiringProblem>();
        collectProblems(ref, pluginId, new HashSet<>(), problems);
        return problems;
    }

    private void collectProblems(
            ServiceRef<?> ref, String pluginId, Set<String> visited, List<WiringProblem> problems) {
        include(ref);
        var service = services.get(ref.id());
        if (service == null || !visited.add(ref.id())) {
            return;
        }
        problems.addAll(service.problems());
        missing(service, pluginId).ifPresent(problems::add);
        service.dependencies()
                .forEach(dependency -> collectProblems(dependency.service(), pluginId, visited, problems));
    }

    private Optional<WiringProblem> missing(Service service, String pluginId) {
        var missing = service.dependencies().stream()
                .filter(dependency -> !factories.canServe(dependency.service()))
                .map(DeclaredDependency::describeId)
                .collect(joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(WiringProblem.of("Failed to instantiate service '"
                        + service.ref().id() + "' for '" + pluginId
                        + "' because the following dependent services are missing: " + missing));
    }

    private Service declare(ServiceRef<?> ref) {
        var dependencies = new ArrayList<DeclaredDependency<?>>();
        var problems = new ArrayList<WiringProblem>();
        for (var factory : factories.of(ref)) {
            try {
                dependencies.addAll(declaredBy(factory));
            } catch (RuntimeException failure) {
                problems.add(declarationFailure(ref, factory, failure));
            }
        }
        return new Service(ref, List.copyOf(dependencies), List.copyOf(problems));
    }

    private static List<DeclaredDependency<?>> declaredBy(ServiceFactory factory) {
        return switch (factory) {
            case RootServiceFactory root -> RootDeclaration.of(root.declare()).dependencies();
            case PluginServiceFactory plugin ->
                PluginDeclaration.of(plugin.declare()).allDependencies();
        };
    }

    private static WiringProblem declarationFailure(
            ServiceRef<?> ref, ServiceFactory factory, RuntimeException failure) {
        var what = ref.hasDefaultFactory() ? "default factory loader" : "factory declaration";
        return WiringProblem.at(
                factory.declaredAt(),
                "Failed to instantiate service '" + ref.id() + "' because the " + what + " threw an error, "
                        + ErrorNames.describe(failure),
                failure);
    }

    private static Set<String> consumes(Service service) {
        return service.dependencies().stream()
                .map(dependency -> dependency.ref().id())
                .collect(toCollection(LinkedHashSet::new));
    }
}
