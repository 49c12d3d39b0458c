// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BuiltInServices;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.ServiceRef;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Services without a backend around them, for tests and tools. Each is made when it is asked for, and kept; lifecycle hooks
 * do not run by themselves. Thread-safe.
 */
public final class StandaloneServices {
    private final ServiceRegistry registry;
    private final ServiceGraph graph;

    private StandaloneServices(ServiceFactories factories, ServiceTimings timings) {
        this.registry = new ServiceRegistry(factories, timings);
        this.graph = ServiceGraph.of(factories);
    }

    /**
     * The services of these factories.
     *
     * @param defaults factories of which others may take the place
     * @param factories take the place of defaults, or join the others of a multiton
     * @throws WiringException if two factories provide one service, or depend on each other
     */
    public static StandaloneServices create(
            List<? extends BackendFeature> defaults, List<? extends BackendFeature> factories) {
        var all = ServiceFactories.ofDefaults(defaults);
        if (all.of(BuiltInServices.ROOT_INSTANCE_METADATA).isEmpty()) {
            all.add(requireFactory(InstanceMetadata.of(List.of()).factory()));
        }
        var recorder = new StartupRecorder(InstantSource.system());
        if (all.of(RootStartupService.ROOT_STARTUP).isEmpty()) {
            all.add(requireFactory(recorder.factory()));
        }
        var problems = new ArrayList<WiringProblem>();
        factories.forEach(feature -> all.add(requireFactory(feature)).ifPresent(problems::add));
        rejectIf(problems);
        var services = new StandaloneServices(all, recorder.services());
        services.graph.rejectCycles();
        return services;
    }

    /**
     * A service that exists once.
     *
     * @throws WiringException if it, or a service that it needs, has no factory
     * @throws RuntimeException what its factory threw, with the service's name
     */
    public <T> T get(RootServiceRef<T> ref) {
        return get(ref, ServiceRegistry.ROOT);
    }

    /** A service as a plugin sees it; throws what {@link #get(RootServiceRef)} does. */
    public <T> T get(ServiceRef<T> ref, String pluginId) {
        synchronized (graph) {
            rejectIf(graph.problemsOf(ref, pluginId));
        }
        return registry.find(ref, pluginId)
                .orElseThrow(() -> WiringException.of(WiringProblem.of("No service available for " + ref)));
    }

    private static ServiceFactory requireFactory(BackendFeature feature) {
        if (feature instanceof ServiceFactory factory) {
            return factory;
        }
        throw new IllegalArgumentException("Expected a service factory, received a feature "
                + feature.declaredAt().describe());
    }

    private static void rejectIf(List<WiringProblem> problems) {
        if (!problems.isEmpty()) {
            throw WiringException.of(problems);
        }
    }
}
