// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BuiltInServices;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.PluginServiceFactory;
import dev.understudy.backend.plugin.api.Ref;
import dev.understudy.backend.plugin.api.RootServiceFactory;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.backend.plugin.api.Startup;
import dev.understudy.backend.plugin.api.service.PluginMetadataService;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Creates services when they are needed, and keeps them. Thread-safe. */
final class ServiceRegistry {
    /** Stands for the plugin where there is none. */
    static final String ROOT = "root";

    private record PluginInstance(PluginServiceFactory factory, String pluginId) {}

    private record SharedInstance(PluginServiceFactory factory, int index) {}

    private record Metadata(String id) implements PluginMetadataService {}

    private final ServiceFactories factories;
    private final ServiceTimings timings;
    private final ConcurrentMap<Object, Once> instances = new ConcurrentHashMap<>();

    ServiceRegistry(ServiceFactories factories, ServiceTimings timings) {
        this.factories = factories;
        this.timings = timings;
    }

    /** A service; the list of them for a multiton; nothing if no factory provides it. */
    @SuppressWarnings("unchecked") // the create verbs tie what a factory makes to the type of its reference
    <T> Optional<T> find(ServiceRef<T> ref, String pluginId) {
        factories.markInstantiated(ref);
        if (ref.id().equals(BuiltInServices.PLUGIN_METADATA.id())) {
            return Optional.of((T) new Metadata(pluginId));
        }
        var values = factories.of(ref).stream()
                .map(factory -> instanceOf(factory, pluginId))
                .toList();
        return ref.multiton()
                ? Optional.of((T) values)
                : values.stream().findFirst().map(value -> (T) value);
    }

    /** Resolves what belongs to one plugin, or to none. */
    DeclaredDependency.Resolver resolverFor(String pluginId) {
        return new DeclaredDependency.Resolver() {
            @Override
            public <V> V resolve(Ref<V> ref) {
                return switch (ref) {
                    case ServiceRef<V> service ->
                        find(service, pluginId)
                                .orElseThrow(() -> new IllegalStateException("No service available for " + ref));
                    case ExtensionPoint<V> point -> throw new IllegalStateException(point + " is not a service");
                };
            }
        };
    }

    /** A singleton service that has been created; it is not created for the asking. */
    @SuppressWarnings("unchecked") // the create verbs tie what a factory makes to the type of its reference
    <T> Optional<T> existing(ServiceRef<T> ref, String pluginId) {
        return factories.of(ref).stream()
                .flatMap(factory -> Optional.ofNullable(instances.get(keyOf(factory, pluginId))).stream())
                .flatMap(once -> once.existing().stream())
                .findFirst()
                .map(value -> (T) value);
    }

    void createEagerRootServices() {
        factories.firstOfEach().stream()
                .filter(factory -> factory instanceof RootServiceFactory && factory.startup() == Startup.EAGER)
                .forEach(factory -> find(factory.ref(), ROOT));
    }

    void createEagerPluginServices(String pluginId) {
        factories.firstOfEach().stream()
                .filter(factory -> factory instanceof PluginServiceFactory && factory.startup() == Startup.EAGER)
                .forEach(factory -> find(factory.ref(), pluginId));
    }

    private Object instanceOf(ServiceFactory factory, String pluginId) {
        var id = factory.ref().id();
        var once = once(keyOf(factory, pluginId));
        return switch (factory) {
            case RootServiceFactory root ->
                once.get(() -> create(root), cause -> ServiceCreationException.ofRoot(id, cause));
            case PluginServiceFactory plugin ->
                once.get(
                        () -> create(plugin, pluginId),
                        cause -> ServiceCreationException.ofPlugin(id, pluginId, cause));
        };
    }

    private Object create(RootServiceFactory factory) throws Exception {
        return timings.ofRoot(
                factory.ref().id(),
                dependencies -> RootDeclaration.of(factory.declare()).create(resolverFor(ROOT), dependencies));
    }

    private Object create(PluginServiceFactory factory, String pluginId) throws Exception {
        return timings.ofPlugin(factory.ref().id(), pluginId, dependencies -> {
            var declaration = PluginDeclaration.of(factory.declare());
            dependencies.resolve(() -> resolve(declaration, factory, pluginId));
            return Created.requirePresent(declaration.creator().create());
        });
    }

    private void resolve(PluginDeclaration declaration, PluginServiceFactory factory, String pluginId) {
        for (var index = 0; index < declaration.shared().size(); index++) {
            share(declaration.shared().get(index), factory, index);
        }
        var resolver = resolverFor(pluginId);
        declaration.dependencies().forEach(dependency -> dependency.resolve(resolver));
    }

    @SuppressWarnings("unchecked") // every run of one callback shares the same values in the same order
    private <C> void share(PluginDeclaration.Shared<C> shared, PluginServiceFactory factory, int index) {
        var id = factory.ref().id();
        var value = once(new SharedInstance(factory, index))
                .get(
                        () -> timings.ofShared(
                                id, dependencies -> shared.declaration().create(resolverFor(ROOT), dependencies)),
                        cause -> ServiceCreationException.ofShared(id, cause));
        shared.value().set((C) value);
    }

    private Once once(Object key) {
        return instances.computeIfAbsent(key, _ -> new Once());
    }

    private static Object keyOf(ServiceFactory factory, String pluginId) {
        return switch (factory) {
            case RootServiceFactory root -> root;
            case PluginServiceFactory plugin -> new PluginInstance(plugin, pluginId);
        };
    }
}
