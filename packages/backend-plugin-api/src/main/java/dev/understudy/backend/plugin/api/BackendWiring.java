// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The verbs with which features and references are made; meant to be imported statically. Each has the name of its
 * Backstage counterpart. All callbacks are pure declarations: they may run more than once.
 */
public final class BackendWiring {
    private BackendWiring() {}

    /** A service of which every plugin has its own instance. */
    public static <T> PluginServiceRef<T> createServiceRef(String id, Class<T> type) {
        return new PluginServiceRef<>(id, type, false, DeclarationSite.ofCaller());
    }

    /** A service that exists once per backend. */
    public static <T> RootServiceRef<T> createRootServiceRef(String id, Class<T> type) {
        return new RootServiceRef<>(id, type, false, DeclarationSite.ofCaller());
    }

    /** A service per plugin to which any number of factories contribute an element. */
    public static <E> PluginServiceRef<List<E>> createMultitonServiceRef(String id, Class<E> type) {
        return new PluginServiceRef<>(id, type, true, DeclarationSite.ofCaller());
    }

    /** A service per backend to which any number of factories contribute an element. */
    public static <E> RootServiceRef<List<E>> createRootMultitonServiceRef(String id, Class<E> type) {
        return new RootServiceRef<>(id, type, true, DeclarationSite.ofCaller());
    }

    /** A point at which modules extend a plugin. */
    public static <T> ExtensionPoint<T> createExtensionPoint(String id, Class<T> type) {
        return new ExtensionPoint<>(id, type, DeclarationSite.ofCaller());
    }

    /**
     * A plugin.
     *
     * @throws IllegalArgumentException unless the id is letters and digits, with single dashes between them, and starts
     *     with a letter
     */
    public static BackendFeature createBackendPlugin(String pluginId, Consumer<PluginRegistration> register) {
        return new PluginFeature(
                FeatureIds.pluginId(pluginId), requireNonNull(register, "register"), DeclarationSite.ofCaller());
    }

    /**
     * A module of a plugin.
     *
     * @throws IllegalArgumentException unless the id is letters and digits, with single dashes between them, and starts
     *     with a letter
     */
    public static BackendFeature createBackendModule(
            String pluginId, String moduleId, Consumer<ModuleRegistration> register) {
        return new ModuleFeature(
                requireNonNull(pluginId, "pluginId"),
                FeatureIds.moduleId(moduleId, pluginId),
                requireNonNull(register, "register"),
                DeclarationSite.ofCaller());
    }

    /** A loader, which decides while the backend starts what else to install; the name is for messages. */
    public static BackendFeature createBackendFeatureLoader(String name, Consumer<LoaderRegistration> register) {
        return new LoaderFeature(
                requireNonNull(name, "name"), requireNonNull(register, "register"), DeclarationSite.ofCaller());
    }

    /** A factory of the one instance of a root service, created before any plugin starts. */
    public static <T> BackendFeature createServiceFactory(
            RootServiceRef<T> ref, Function<RootFactoryRegistration, Creator<? extends T>> declare) {
        return createServiceFactory(ref, declare, Startup.EAGER);
    }

    /**
     * A factory of the one instance of a root service.
     *
     * @throws IllegalArgumentException for a multiton
     */
    public static <T> BackendFeature createServiceFactory(
            RootServiceRef<T> ref, Function<RootFactoryRegistration, Creator<? extends T>> declare, Startup startup) {
        requireMultiton(ref, false);
        return new RootServiceFactory(ref, requireNonNull(declare, "declare"), startup, DeclarationSite.ofCaller());
    }

    /** A factory of one element of a multiton, created before any plugin starts. */
    public static <E> BackendFeature createMultitonServiceFactory(
            RootServiceRef<List<E>> ref, Function<RootFactoryRegistration, Creator<? extends E>> declare) {
        return createMultitonServiceFactory(ref, declare, Startup.EAGER);
    }

    /**
     * A factory of one element of a multiton.
     *
     * @throws IllegalArgumentException if the service is no multiton
     */
    public static <E> BackendFeature createMultitonServiceFactory(
            RootServiceRef<List<E>> ref,
            Function<RootFactoryRegistration, Creator<? extends E>> declare,
            Startup startup) {
        requireMultiton(ref, true);
        return new RootServiceFactory(ref, requireNonNull(declare, "declare"), startup, DeclarationSite.ofCaller());
    }

    /** A factory of one instance of a plugin service per plugin, created for each plugin, when it is first needed. */
    public static <T> BackendFeature createServiceFactory(
            PluginServiceRef<T> ref, Function<PluginFactoryRegistration, Creator<? extends T>> declare) {
        return createServiceFactory(ref, declare, Startup.LAZY);
    }

    /**
     * A factory of one instance of a plugin service per plugin.
     *
     * @throws IllegalArgumentException for a multiton
     */
    public static <T> BackendFeature createServiceFactory(
            PluginServiceRef<T> ref,
            Function<PluginFactoryRegistration, Creator<? extends T>> declare,
            Startup startup) {
        requireMultiton(ref, false);
        return new PluginServiceFactory(ref, requireNonNull(declare, "declare"), startup, DeclarationSite.ofCaller());
    }

    /** A factory of one element of a multiton, created for each plugin, when it is first needed. */
    public static <E> BackendFeature createMultitonServiceFactory(
            PluginServiceRef<List<E>> ref, Function<PluginFactoryRegistration, Creator<? extends E>> declare) {
        return createMultitonServiceFactory(ref, declare, Startup.LAZY);
    }

    /**
     * A factory of one element of a multiton.
     *
     * @throws IllegalArgumentException if the service is no multiton
     */
    public static <E> BackendFeature createMultitonServiceFactory(
            PluginServiceRef<List<E>> ref,
            Function<PluginFactoryRegistration, Creator<? extends E>> declare,
            Startup startup) {
        requireMultiton(ref, true);
        return new PluginServiceFactory(ref, requireNonNull(declare, "declare"), startup, DeclarationSite.ofCaller());
    }

    /** Wraps what modules get when they require the extension point. */
    public static <T> ExtensionPointFactoryMiddleware<T> createExtensionPointFactoryMiddleware(
            ExtensionPoint<T> point, UnaryOperator<T> middleware) {
        return new ExtensionPointFactoryMiddleware<>(requireNonNull(point, "point"), requireNonNull(middleware));
    }

    private static void requireMultiton(ServiceRef<?> ref, boolean multiton) {
        if (ref.multiton() != multiton) {
            throw new IllegalArgumentException("Service '" + ref.id() + "' is "
                    + (multiton
                            ? "no multiton, use createServiceFactory"
                            : "a multiton, use createMultitonServiceFactory"));
        }
    }
}
