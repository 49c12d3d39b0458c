// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.module;
import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPointFactoryMiddleware;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_INSTANCE_METADATA;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService.InstalledModule;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService.InstalledPlugin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class StartupOrderTest {
    private interface Names {
        void add(String name);
    }

    private static final ExtensionPoint<Names> X = createExtensionPoint("x", Names.class);
    private static final ExtensionPoint<Names> Y = createExtensionPoint("y", Names.class);

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void startsModulesBeforeTheirPluginAndHooksAfterIt() {
        start(
                createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPoint(X, seen::add);
                    var lifecycle = reg.require(LIFECYCLE);
                    var root = reg.require(ROOT_LIFECYCLE);
                    reg.registerInit(() -> {
                        root.get().addStartupHook(() -> seen.add("root hook"));
                        lifecycle.get().addStartupHook(() -> seen.add("plugin hook"));
                        seen.add("plugin");
                    });
                }),
                extending("catalog", "github", X));
        assertThat(seen).containsExactly("github", "plugin", "plugin hook", "root hook");
    }

    @Test
    void runsNoRootHooksWhenTheStartFails() {
        var backend = TestBackends.plain()
                .create()
                .add(createBackendPlugin("catalog", reg -> {
                    var root = reg.require(ROOT_LIFECYCLE);
                    reg.registerInit(() -> root.get().addStartupHook(() -> seen.add("root hook")));
                }))
                .add(plugin("search", () -> {
                    throw new IllegalStateException("broken");
                }));
        assertThatThrownBy(backend::start).hasMessage("""
                Backend startup failed due to the following errors:
                  Plugin 'search' startup failed; caused by Error: broken\
                """);
        assertThat(seen).isEmpty();
    }

    @Test
    void startsModulesThatOfferAnExtensionPointAfterThoseThatUseIt() {
        start(
                plugin("catalog", () -> seen.add("plugin")),
                offering("third", X),
                offering("second", Y, X),
                extending("catalog", "first", Y));
        assertThat(seen).containsExactly("first", "second init", "third init", "plugin");
    }

    /** Offers the first and uses the others. */
    private BackendFeature offering(String moduleId, ExtensionPoint<Names> offered, ExtensionPoint<?>... used) {
        return createBackendModule("catalog", moduleId, reg -> {
            reg.registerExtensionPoint(offered, seen::add);
            List.of(used).forEach(reg::require);
            reg.registerInit(() -> seen.add(moduleId + " init"));
        });
    }

    @Test
    void rejectsModulesThatWaitForEachOther() {
        var backend = TestBackends.plain()
                .create()
                .add(plugin("catalog", () -> seen.add("plugin")))
                .add(offering("a", X, Y))
                .add(offering("b", Y, X));
        assertThatThrownBy(backend::start).hasMessage("""
                Backend startup failed due to the following errors:
                  Plugin 'catalog' startup failed; caused by ConflictError: Circular dependency detected for modules of plugin 'catalog', 'a' -> 'b' -> 'a'\
                """);
        assertThat(seen).isEmpty();
    }

    @Test
    void startsPluginsAndModulesAtTheSameTime() {
        var meeting = new CyclicBarrier(4);
        start(
                plugin("a", meeting::await),
                plugin("b", meeting::await),
                plugin("c", () -> {}),
                module("c", "one", meeting::await),
                module("c", "two", meeting::await));
    }

    @Test
    void wrapsExtensionPointsInOrderForEachModule() {
        var services = TestBackends.plain();
        UnaryOperator<Names> exclaim = original -> name -> original.add(name + "!");
        UnaryOperator<Names> ask = original -> name -> original.add(name + "?");
        UnaryOperator<Names> never = _ -> {
            throw new AssertionError("for another extension point");
        };
        try (var backend = SpecializedBackend.create(
                services.services(),
                List.of(
                        createExtensionPointFactoryMiddleware(X, exclaim),
                        createExtensionPointFactoryMiddleware(X, ask),
                        createExtensionPointFactoryMiddleware(Y, never)),
                services.environment())) {
            backend.add(createBackendPlugin("catalog", reg -> {
                        reg.registerExtensionPoint(X, seen::add);
                        reg.registerInit(() -> {});
                    }))
                    .add(extending("catalog", "github", X))
                    .start();
        }
        assertThat(seen).containsExactly("github?!");
    }

    @Test
    void doesNotStartModulesOfPluginsThatAreNotInstalled() {
        var backends = TestBackends.plain();
        try (var backend = backends.create().add(module("ghost", "a", () -> seen.add("ghost")))) {
            assertThat(backend.start().plugins()).isEmpty();
        }
        assertThat(seen).isEmpty();
        assertThat(backends.logger().lines())
                .containsExactly(
                        "initialization info: Plugin initialization started: 'ghost'",
                        "initialization info: Plugin initialization complete, still initializing: 'ghost'");
    }

    @Test
    void tellsWhatIsInstalled() {
        start(
                module("b", "two", () -> {}),
                plugin("b", () -> {}),
                createBackendPlugin("a", reg -> {
                    var metadata = reg.require(ROOT_INSTANCE_METADATA);
                    reg.registerInit(() -> assertThat(metadata.get().installedPlugins())
                            .containsExactly(
                                    new InstalledPlugin(
                                            "b", List.of(new InstalledModule("two"), new InstalledModule("one"))),
                                    new InstalledPlugin("a", List.of())));
                }),
                module("b", "one", () -> {}),
                module("ghost", "one", () -> {}));
    }

    @Test
    void letsOthersGoOnWhileAPluginHangsAndInterruptsItOnStop() throws Exception {
        var backends = TestBackends.plain();
        var hanging = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var backend = backends.create()
                .add(plugin("hanging", () -> {
                    hanging.countDown();
                    new CountDownLatch(1).await();
                }))
                .add(createBackendPlugin("other", reg -> {
                    var lifecycle = reg.require(LIFECYCLE);
                    reg.registerInit(() -> {
                        lifecycle.get().addStartupHook(others::countDown);
                        lifecycle.get().addShutdownHook(() -> seen.add("other stopped"));
                    });
                }));
        var failures = new ArrayList<Throwable>();
        var start = Thread.ofVirtual().start(() -> {
            try {
                backend.start();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        });
        hanging.await();
        others.await();
        while (!backends.logger().lines().getLast().contains("newly initialized: 'other'")) {
            backends.delays().runNext();
        }
        assertThat(backends.logger().lines().getLast())
                .isEqualTo("initialization info: Plugin initialization in progress, newly initialized: 'other',"
                        + " still initializing: 'hanging'");

        backend.stop();
        start.join();
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("Backend was stopped while it was starting"));
        assertThat(seen).containsExactly("other stopped");
    }

    @Test
    void callsTheStartOffWhenItsThreadIsInterrupted() throws Exception {
        var hanging = new CountDownLatch(1);
        var backend = TestBackends.plain().create().add(plugin("hanging", () -> {
            hanging.countDown();
            new CountDownLatch(1).await();
        }));
        var interrupted = new ArrayList<Boolean>();
        var start = Thread.ofVirtual().start(() -> {
            assertThatThrownBy(backend::start).hasMessage("Backend was stopped while it was starting");
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        hanging.await();
        start.interrupt();
        start.join();
        assertThat(interrupted).containsExactly(true);
    }

    private void start(BackendFeature... features) {
        try (var backend = TestBackends.plain().create()) {
            List.of(features).forEach(backend::add);
            backend.start();
        }
    }

    private static BackendFeature extending(String pluginId, String moduleId, ExtensionPoint<Names> point) {
        return createBackendModule(pluginId, moduleId, reg -> {
            var names = reg.require(point);
            reg.registerInit(() -> names.get().add(moduleId));
        });
    }
}
