// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.joining;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BuiltInServices;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which factory serves which service. Factories are only added before plugins start, by one thread. */
final class ServiceFactories {
    private static final String PLUGIN_METADATA = BuiltInServices.PLUGIN_METADATA.id();

    private final Map<String, List<ServiceFactory>> provided = new LinkedHashMap<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> instantiated = ConcurrentHashMap.newKeySet();

    private ServiceFactories() {}

    static ServiceFactories ofDefaults(List<? extends BackendFeature> features) {
        var factories = new ServiceFactories();
        var duplicates = new LinkedHashMap<String, ServiceFactory>();
        for (var index = 0; index < features.size(); index++) {
            var factory = requireFactory(features.get(index), index);
            if (factories.put(factory) && !factory.ref().multiton()) {
                duplicates.put(factory.ref().id(), factory);
            }
        }
        if (!duplicates.isEmpty()) {
            throw WiringException.of(List.of(duplicateDefaults(duplicates)));
        }
        if (factories.provided.containsKey(PLUGIN_METADATA)) {
            throw WiringException.of(
                    List.of(overridden(factories.provided.get(PLUGIN_METADATA).getFirst())));
        }
        return factories;
    }

    /** Adds a factory; it replaces a default, or joins the others of a multiton. */
    Optional<WiringProblem> add(ServiceFactory factory) {
        var id = factory.ref().id();
        var site = factory.declaredAt();
        if (id.equals(PLUGIN_METADATA)) {
            return Optional.of(overridden(factory));
        }
        if (instantiated.contains(id)) {
            return Optional.of(WiringProblem.at(
                    site, "Unable to set service factory with id " + id + ", service has already been instantiated"));
        }
        if (!factory.ref().multiton() && !added.add(id)) {
            return Optional.of(WiringProblem.at(site, "Duplicate service implementations provided for " + id));
        }
        put(factory);
        return Optional.empty();
    }

    /** Whether a feature, rather than a default, provides the service. */
    boolean hasBeenAdded(ServiceRef<?> ref) {
        return ref.id().equals(PLUGIN_METADATA) || added.contains(ref.id());
    }

    void markInstantiated(ServiceRef<?> ref) {
        instantiated.add(ref.id());
    }

    /** The factories of a service, or the one that came with the reference. */
    List<ServiceFactory> of(ServiceRef<?> ref) {
        var factories = provided.get(ref.id());
        return factories != null
                ? factories
                : defaultOf(ref).<List<ServiceFactory>>map(List::of).orElseGet(List::of);
    }

    /** Whether a consumer can get a value: built in, provided, brought along, or a list that may be empty. */
    boolean canServe(ServiceRef<?> ref) {
        return ref.id().equals(PLUGIN_METADATA)
                || provided.containsKey(ref.id())
                || ref.multiton()
                || ref.hasDefaultFactory();
    }

    /** The first factory of each service, in the order in which they were added. */
    List<ServiceFactory> firstOfEach() {
        return provided.values().stream().map(List::getFirst).toList();
    }

    /** All factories, in the order in which they were added. */
    List<ServiceFactory> all() {
        return provided.values().stream().flatMap(List::stream).toList();
    }

    private boolean put(ServiceFactory factory) {
        var id = factory.ref().id();
        var existing = provided.get(id);
        if (existing == null || !factory.ref().multiton()) {
            provided.put(id, List.of(factory));
        } else {
            var together = new ArrayList<>(existing);
            together.add(factory);
            provided.put(id, List.copyOf(together));
        }
        return existing != null;
    }

    private static Optional<? extends ServiceFactory> defaultOf(ServiceRef<?> ref) {
        return switch (ref) {
            case RootServiceRef<?> root -> root.defaultFactory();
            case PluginServiceRef<?> plugin -> plugin.defaultFactory();
        };
    }

    private static ServiceFactory requireFactory(BackendFeature feature, int index) {
        if (feature instanceof ServiceFactory factory) {
            return factory;
        }
        throw new InputException("Invalid backend feature at default service factories[" + index
                + "], expected a service factory, received an object "
                + feature.declaredAt().describe());
    }

    private static WiringProblem overridden(ServiceFactory factory) {
        return WiringProblem.at(factory.declaredAt(), "The " + PLUGIN_METADATA + " service cannot be overridden");
    }

    private static WiringProblem duplicateDefaults(Map<String, ServiceFactory> duplicates) {
        return WiringProblem.of("Duplicate service implementations provided for "
                + duplicates.entrySet().stream()
                        .map(duplicate -> duplicate.getKey() + " "
                                + duplicate.getValue().declaredAt().describe())
                        .collect(joining(", ")));
    }
}
