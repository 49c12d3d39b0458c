// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.withoutLines;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static dev.understudy.backend.plugin.api.CoreServices.PLUGIN_METADATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.ServiceRef;
import dev.understudy.backend.plugin.api.Startup;
import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ServicesTest {
    private static final RootServiceRef<String> ROOT_A = createRootServiceRef("root.a", String.class);
    private static final RootServiceRef<String> ROOT_B = createRootServiceRef("root.b", String.class);
    private static final PluginServiceRef<String> A = createServiceRef("a", String.class);
    private static final PluginServiceRef<String> B = createServiceRef("b", String.class);
    private static final PluginServiceRef<List<String>> MANY = createMultitonServiceRef("many", String.class);
    private static final RootServiceRef<List<String>> ROOT_MANY =
            createRootMultitonServiceRef("root.many", String.class);

    private final TestBackends backends = TestBackends.plain();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void rejectsDefaultsThatProvideTheSame() {
        var failure = catchThrowable(() -> backends.create(value(A, "1"), value(B, "1"), value(A, "2"), value(B, "2")));
        assertThat(withoutLines(failure))
                .isEqualTo("Duplicate service implementations provided for a (declared at ServicesTest.java),"
                        + " b (declared at ServicesTest.java)");
    }

    @Test
    void rejectsDefaultsThatAreNoServices() {
        var failure = catchThrowable(() -> backends.create(TestBackends.plugin("catalog", () -> {})));
        assertThat(failure).isInstanceOf(InputException.class);
        assertThat(withoutLines(failure))
                .isEqualTo("Invalid backend feature at default service factories[4], expected a service factory,"
                        + " received an object (declared at TestBackends.java)");
    }

    @Test
    void protectsPluginMetadata() {
        var override = createServiceFactory(PLUGIN_METADATA, _ -> () -> () -> "forged");
        var message = "The core.pluginMetadata service cannot be overridden (declared at ServicesTest.java)";
        assertThat(withoutLines(catchThrowable(() -> backends.create(override))))
                .isEqualTo(message);
        assertThat(withoutLines(catchThrowable(backends.create().add(override)::start)))
                .isEqualTo(message);
    }

    @Test
    void tellsServicesWhichPluginTheyBelongTo() {
        start(createServiceFactory(A, factory -> {
            var plugin = factory.require(PLUGIN_METADATA);
            return () -> "for " + plugin.get().id();
        }));
        assertThat(seen).contains("one: for one", "two: for two");
    }

    @Test
    void prefersAddedFactoriesToDefaults() {
        try (var backend = backends.create(value(A, "default"), value(MANY, "1"))
                .add(value(A, "added"))
                .add(value(MANY, "2"))
                .add(reading("one", A))
                .add(readingMany("two"))) {
            backend.start();
        }
        assertThat(seen).containsExactlyInAnyOrder("one: added", "two: [1, 2]");
    }

    @Test
    void rejectsTwoAddedFactoriesOfOneService() {
        var backend = backends.create()
                .add(value(A, "1"))
                .add(value(A, "2"))
                .add(value(ROOT_A, "1"))
                .add(value(ROOT_A, "2"));
        var failure = catchThrowableOfType(WiringException.class, backend::start);
        assertThat(failure.problems().stream().map(TestBackends::withoutLines))
                .containsExactly(
                        "Duplicate service implementations provided for a (declared at ServicesTest.java)",
                        "Duplicate service implementations provided for root.a (declared at ServicesTest.java)");
    }

    @Test
    void rejectsCyclesWhenTheBackendIsMade() {
        var failure = catchThrowable(() -> backends.create(concatenating(A, B), concatenating(B, A)));
        assertThat(failure).hasMessage("Circular dependencies detected:\n  'a' -> 'b' -> 'a'");
        assertThat(ErrorNames.nameOf(failure)).isEqualTo("ConflictError");
    }

    @Test
    void rejectsAllCyclesWhenItStarts() {
        var c = createServiceRef("c", String.class);
        var backend = backends.create()
                .add(concatenating(A, B))
                .add(concatenating(B, A))
                .add(concatenating(c, c));
        assertThatThrownBy(backend::start)
                .hasMessage("Circular dependencies detected:\n  'a' -> 'b' -> 'a'\n  'c' -> 'c'");
    }

    @Test
    void rejectsReferencesOfOneIdAndDifferentTypes() {
        var backend = backends.create().add(value(A, "1")).add(createBackendPlugin("one", reg -> {
            reg.require(createServiceRef("a", Integer.class));
            reg.registerInit(() -> {});
        }));
        assertThat(withoutLines(catchThrowable(backend::start)))
                .isEqualTo("Reference 'a' has different types: plugin service java.lang.String"
                        + " (declared at ServicesTest.java) and plugin service java.lang.Integer"
                        + " (declared at ServicesTest.java)");
    }

    @Test
    void usesTheFactoryOfTheReferenceWhenThereIsNoOther() {
        var ref = createServiceRef("d", String.class).withDefaultFactory(factory -> {
            var a = factory.require(A);
            return () -> "default " + a.get();
        });
        start(value(A, "a"), reading("three", ref));
        assertThat(seen).contains("three: default a");
    }

    @Test
    void prefersProvidedFactoriesToThatOfTheReference() {
        var ref = createServiceRef("d", String.class).withDefaultFactory(_ -> () -> "default");
        start(value(A, "a"), value(ref, "provided"), reading("three", ref));
        assertThat(seen).contains("three: provided");
    }

    @Test
    void reportsDefaultFactoriesThatFailToDeclare() {
        var ref = createServiceRef("d", String.class).withDefaultFactory(_ -> {
            throw new IllegalStateException("boom");
        });
        assertThat(failureOf(reading("three", ref))).isEqualTo("""
                        Backend startup failed due to the following errors:
                          Plugin 'three' startup failed; caused by Error: Failed to instantiate service 'd' because the default factory loader threw an error, Error: boom (declared at ServicesTest.java)\
                        """);
    }

    @Test
    void reportsMissingServicesOfPlugins() {
        var feature = createBackendPlugin("one", reg -> {
            reg.require(A);
            reg.require(ROOT_B);
            reg.registerInit(() -> seen.add("init"));
        });
        assertThat(failureOf(feature)).isEqualTo("""
                        Backend startup failed due to the following errors:
                          Plugin 'one' startup failed; caused by Error: Service or extension point dependencies of plugin 'one' are missing for the following ref(s): serviceRef{a} (declared at ServicesTest.java), serviceRef{root.b} (declared at ServicesTest.java)\
                        """);
        assertThat(seen).isEmpty();
    }

    @Test
    void reportsMissingServicesOfServices() {
        var c = createServiceRef("c", String.class);
        var factory = createServiceFactory(c, reg -> {
            reg.require(A);
            reg.require(ROOT_B);
            reg.require(MANY);
            return () -> "c";
        });
        assertThat(failureOf(factory, reading("one", c))).isEqualTo("""
                        Backend startup failed due to the following errors:
                          Plugin 'one' startup failed; caused by Error: Failed to instantiate service 'c' for 'one' because the following dependent services are missing: 'a' (declared at ServicesTest.java), 'root.b' (declared at ServicesTest.java)\
                        """);
    }

    @Test
    void reportsMissingServicesOfRootServicesBeforeAnythingStarts() {
        var factory = createServiceFactory(ROOT_A, reg -> {
            reg.require(ROOT_B);
            return () -> "a";
        });
        assertThat(failureOf(factory, TestBackends.plugin("one", () -> seen.add("init"))))
                .isEqualTo("Failed to instantiate service 'root.a' for 'root' because the following dependent services"
                        + " are missing: 'root.b' (declared at ServicesTest.java)");
        assertThat(seen).isEmpty();
    }

    @Test
    void namesTheRootServiceThatFails() {
        var failing = createServiceFactory(ROOT_A, _ -> () -> {
            throw new IOException("disk full");
        });
        var dependent = createServiceFactory(ROOT_B, reg -> {
            var a = reg.require(ROOT_A);
            return a::get;
        });
        assertThat(failureOf(dependent, failing))
                .isEqualTo("Failed to instantiate service 'root.a' because the factory function threw an error,"
                        + " Error: disk full");
    }

    @Test
    void namesThePluginServiceThatFailsAndKeepsTheCause() {
        var cause = new IOException("disk full");
        var backend = backends.create()
                .add(createServiceFactory(A, _ -> () -> {
                    throw cause;
                }))
                .add(concatenating(B, A))
                .add(reading("one", B));
        var failure = catchThrowable(backend::start);
        assertThat(failure).hasMessage("""
                Backend startup failed due to the following errors:
                  Plugin 'one' startup failed; caused by Error: Failed to instantiate service 'b' for 'one' because the factory function threw an error, Error: Failed to instantiate service 'a' for 'one' because the factory function threw an error, Error: disk full\
                """);
        assertThat(failure).hasRootCause(cause);
    }

    @Test
    void namesTheServiceWhoseSharedValueFails() {
        var factory = createServiceFactory(A, reg -> {
            var shared = reg.<String>shared(_ -> () -> {
                throw new IOException("disk full");
            });
            return shared::get;
        });
        assertThat(failureOf(factory, reading("one", A)))
                .contains(
                        "Error: Failed to instantiate service 'a' for 'one' because the factory function threw an error,"
                                + " Error: Failed to instantiate service 'a' because createRootContext threw an error,"
                                + " Error: disk full");
    }

    @Test
    void rejectsCreatorsThatReturnNothing() {
        var factory = createServiceFactory(A, _ -> ServicesTest::nothing);
        assertThat(failureOf(factory, reading("one", A)))
                .contains("Failed to instantiate service 'a' for 'one' because the factory function threw an error,"
                        + " Error: The creator returned null");
    }

    @Test
    void createsRootServicesOncePluginServicesPerPluginAndSharedValuesOnce() {
        var roots = new AtomicInteger();
        var shares = new AtomicInteger();
        var plugins = new AtomicInteger();
        start(
                createServiceFactory(ROOT_A, _ -> () -> "root " + roots.incrementAndGet()),
                createServiceFactory(A, reg -> {
                    var shared = reg.<String>shared(root -> {
                        var a = root.require(ROOT_A);
                        return () -> a.get() + " shared " + shares.incrementAndGet();
                    });
                    return () -> {
                        plugins.incrementAndGet();
                        return shared.get();
                    };
                }),
                reading("three", A));
        assertThat(seen)
                .containsExactlyInAnyOrder("one: root 1 shared 1", "two: root 1 shared 1", "three: root 1 shared 1");
        assertThat(plugins).hasValue(3);
    }

    @Test
    void givesEmptyListsForMultitonsThatNobodyProvides() {
        start(value(A, "a"), readingMany("three"));
        assertThat(seen).contains("three: []");
    }

    @Test
    void createsEagerServicesBeforePluginsAndLazyOnesNever() {
        start(
                createServiceFactory(ROOT_A, _ -> () -> note("root eager")),
                createServiceFactory(ROOT_B, _ -> () -> note("root lazy"), Startup.LAZY),
                createServiceFactory(B, _ -> () -> note("plugin eager"), Startup.EAGER),
                createServiceFactory(createServiceRef("c", String.class), _ -> () -> note("plugin lazy")),
                createMultitonServiceFactory(ROOT_MANY, _ -> () -> note("many")),
                value(A, "a"));
        assertThat(seen.subList(0, 2)).containsExactly("root eager", "many");
        assertThat(seen)
                .containsExactlyInAnyOrder("root eager", "many", "plugin eager", "plugin eager", "one: a", "two: a");
    }

    @Test
    void looksAtTheFirstFactoryToTellWhetherAMultitonIsEager() {
        start(
                createMultitonServiceFactory(ROOT_MANY, _ -> () -> note("first"), Startup.LAZY),
                createMultitonServiceFactory(ROOT_MANY, _ -> () -> note("second")),
                value(A, "a"));
        assertThat(seen).containsExactlyInAnyOrder("one: a", "two: a");
    }

    @Test
    void runsEveryCallbackWithItsOwnDependencies() {
        var dependencies = Collections.synchronizedList(new ArrayList<Object>());
        start(createServiceFactory(A, factory -> {
            var plugin = factory.require(PLUGIN_METADATA);
            return () -> {
                dependencies.add(plugin);
                return plugin.get().id();
            };
        }));
        assertThat(dependencies).doesNotHaveDuplicates().hasSize(2);
        assertThat(seen).containsExactlyInAnyOrder("one: one", "two: two");
    }

    private String note(String what) {
        seen.add(what);
        return what;
    }

    /** Starts two plugins that read {@link #A}, besides the given features. */
    private void start(BackendFeature... features) {
        try (var backend = backends.create()) {
            List.of(features).forEach(backend::add);
            backend.add(reading("one", A)).add(reading("two", A)).start();
        }
    }

    private String failureOf(BackendFeature... features) {
        var backend = backends.create();
        List.of(features).forEach(backend::add);
        return withoutLines(catchThrowable(backend::start));
    }

    private BackendFeature reading(String pluginId, ServiceRef<String> ref) {
        return createBackendPlugin(pluginId, reg -> {
            var value = reg.require(ref);
            reg.registerInit(() -> seen.add(pluginId + ": " + value.get()));
        });
    }

    private BackendFeature readingMany(String pluginId) {
        return createBackendPlugin(pluginId, reg -> {
            var values = reg.require(MANY);
            reg.registerInit(() -> seen.add(pluginId + ": " + values.get()));
        });
    }

    private static BackendFeature value(ServiceRef<?> ref, String value) {
        return switch (ref) {
            case PluginServiceRef<?> plugin
            when plugin.multiton() -> createMultitonServiceFactory(MANY, _ -> () -> value);
            case PluginServiceRef<?> plugin ->
                createServiceFactory(createServiceRef(plugin.id(), String.class), _ -> () -> value);
            case RootServiceRef<?> root ->
                createServiceFactory(createRootServiceRef(root.id(), String.class), _ -> () -> value);
        };
    }

    private static BackendFeature concatenating(PluginServiceRef<String> ref, PluginServiceRef<String> dependency) {
        return createServiceFactory(ref, factory -> {
            var value = factory.require(dependency);
            return () -> ref.id() + value.get();
        });
    }

    @SuppressWarnings("NullAway") // creators without null checks do this
    private static String nothing() {
        return null;
    }
}
