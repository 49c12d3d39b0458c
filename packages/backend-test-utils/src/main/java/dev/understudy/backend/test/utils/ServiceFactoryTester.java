// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.app.api.StandaloneServices;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.backend.plugin.api.service.RootLifecycleController;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the instances of a service factory, of root and of plugin services, among {@link MockServices#defaults()}. For a
 * multiton the subject is the list of all instances. Thread-safe.
 *
 * <pre>{@code
 * var tester = ServiceFactoryTester.from(GREETER, greeterFactory(), MockServices.rootConfigFactory(data));
 * assertThat(tester.subject("catalog").greeting()).isEqualTo("Hello, catalog");
 * }</pre>
 *
 * Backstage counterpart: {@code ServiceFactoryTester}.
 *
 * @param <T> the service; a {@code List} of services for a multiton
 */
public final class ServiceFactoryTester<T> implements AutoCloseable {
    private static final String DEFAULT_PLUGIN = "test";

    private final ServiceRef<T> ref;
    private final StandaloneServices services;

    private ServiceFactoryTester(ServiceRef<T> ref, StandaloneServices services) {
        this.ref = ref;
        this.services = services;
    }

    /**
     * A tester of a factory.
     *
     * @param dependencies factories of services that it needs, in place of the mocks; for a multiton also others of its kind
     * @throws IllegalArgumentException if the factory is not one of the service
     * @throws dev.understudy.backend.app.api.WiringException if factories do not fit together
     */
    public static <T> ServiceFactoryTester<T> from(
            ServiceRef<T> ref, BackendFeature factory, BackendFeature... dependencies) {
        if (!(factory instanceof ServiceFactory known && known.ref().id().equals(ref.id()))) {
            throw new IllegalArgumentException("Not a factory of " + ref + ": the feature "
                    + factory.declaredAt().describe());
        }
        var factories = new ArrayList<BackendFeature>();
        factories.add(factory);
        factories.addAll(List.of(dependencies));
        return new ServiceFactoryTester<>(ref, StandaloneServices.create(MockServices.defaults(), factories));
    }

    /** The instance of a plugin called {@code test}. */
    public T subject() {
        return subject(DEFAULT_PLUGIN);
    }

    /**
     * The instance of a plugin, the same each time; for a root service that of all plugins.
     *
     * @throws dev.understudy.backend.app.api.WiringException if services that it needs are missing
     * @throws RuntimeException what the factory threw, with the service's name
     */
    public T subject(String pluginId) {
        return services.get(ref, pluginId);
    }

    /** Another root service, as the subject sees it. */
    public <S> S service(RootServiceRef<S> other) {
        return services.get(other);
    }

    /** Another service, as the subject of a plugin sees it. */
    public <S> S service(ServiceRef<S> other, String pluginId) {
        return services.get(other, pluginId);
    }

    /** Runs the shutdown hooks of the root lifecycle; of use only where services keep something open. */
    @Override
    public void close() {
        if (services.get(CoreServices.ROOT_LIFECYCLE) instanceof RootLifecycleController lifecycle) {
            lifecycle.shutdown();
        }
    }
}
