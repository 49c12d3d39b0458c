// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.LifecycleService;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

final class StopTest {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void runsRootHooksAroundThoseOfPluginsAndStopsOnce() {
        var backend = TestBackends.plain().create().add(createBackendPlugin("catalog", reg -> {
            var lifecycle = reg.require(LIFECYCLE);
            var root = reg.require(ROOT_LIFECYCLE);
            reg.registerInit(() -> {
                root.get().addShutdownHook(() -> seen.add("root"));
                root.get().addBeforeShutdownHook(() -> seen.add("before"));
                lifecycle.get().addShutdownHook(() -> seen.add("plugin"));
            });
        }));
        backend.start();
        backend.stop();
        backend.stop();
        assertThat(seen).containsExactly("before", "plugin", "root");
    }

    @Test
    void stopsPluginsAtTheSameTime() {
        var meeting = new CyclicBarrier(2);
        try (var backend =
                TestBackends.plain().create().add(stopping("a", meeting::await)).add(stopping("b", meeting::await))) {
            backend.start();
        }
    }

    @Test
    void doesNothingWhenItWasNeverStarted() {
        var backend = TestBackends.plain().create().add(plugin("catalog", () -> seen.add("init")));
        backend.stop();
        backend.close();
        assertThat(seen).isEmpty();
    }

    @Test
    void stopsEverythingElseWhenAStopFails() {
        var first = new IllegalStateException("stuck");
        var backend = TestBackends.plain()
                .create()
                .add(stopping("a", () -> {
                    throw first;
                }))
                .add(stopping("b", () -> seen.add("b stopped")))
                .add(createBackendPlugin("c", reg -> {
                    var root = reg.require(ROOT_LIFECYCLE);
                    reg.registerInit(() -> root.get().addShutdownHook(() -> {
                        throw new IllegalStateException("root stuck");
                    }));
                }));
        backend.start();
        assertThat(catchThrowable(backend::stop))
                .isSameAs(first)
                .hasSuppressedException(new IllegalStateException("root stuck"));
        assertThat(seen).containsExactly("b stopped");
    }

    @Test
    void letsAPluginStopItsOwnBackend() {
        var backend = TestBackends.plain().create();
        backend.add(createBackendPlugin("catalog", reg -> {
            var lifecycle = reg.require(LIFECYCLE);
            reg.registerInit(() -> {
                lifecycle.get().addShutdownHook(() -> seen.add("stopped"));
                backend.stop();
            });
        }));
        assertThatThrownBy(backend::start).hasMessage("Backend was stopped while it was starting");
        assertThat(seen).containsExactly("stopped");
    }

    @Test
    void runsSeveralBackendsInOneProcess() {
        try (var one = TestBackends.plain().create().add(stopping("a", () -> seen.add("one")));
                var two = TestBackends.plain().create().add(stopping("a", () -> seen.add("two")))) {
            one.start();
            two.start();
            one.stop();
            assertThat(seen).containsExactly("one");
        }
        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void rejectsPluginLifecyclesThatItCanNotDrive() {
        LifecycleService replacement = new PassiveLifecycle();
        var backend = TestBackends.plain()
                .create()
                .add(createServiceFactory(LIFECYCLE, _ -> () -> replacement))
                .add(plugin("catalog", () -> {}));
        assertThatThrownBy(backend::start)
                .hasMessageContaining("Plugin 'catalog' startup failed; caused by Error:"
                        + " Unexpected plugin lifecycle service implementation: 'core.lifecycle' is a "
                        + PassiveLifecycle.class.getName() + ", it must implement LifecycleController");
    }

    @Test
    void rejectsRootLifecyclesThatItCanNotDrive() {
        RootLifecycleService replacement = new PassiveLifecycle();
        var backend = TestBackends.plain().create().add(createServiceFactory(ROOT_LIFECYCLE, _ -> () -> replacement));
        assertThatThrownBy(backend::start)
                .hasMessage("Unexpected root lifecycle service implementation: 'core.rootLifecycle' is a "
                        + PassiveLifecycle.class.getName() + ", it must implement RootLifecycleController");
    }

    @Test
    void needsLifecycles() {
        var backend = SpecializedBackend.createSpecializedBackend(List.of()).add(plugin("catalog", () -> {}));
        assertThatThrownBy(backend::start).hasMessage("""
                Backend startup failed due to the following errors:
                  Plugin 'catalog' startup failed; caused by Error: Unexpected plugin lifecycle service implementation: 'core.lifecycle' is missing, it must implement LifecycleController\
                """);
    }

    @Test
    void logsUncaughtExceptionsOfTheProcessWhileItRuns() throws Exception {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        var plain = TestBackends.plain();
        var backends = new TestBackends(plain.logger(), plain.delays(), plain.config(), true);
        try (var backend = backends.create()) {
            backend.start();
            var failing = Thread.ofPlatform().start(() -> {
                throw new IllegalStateException("boom");
            });
            failing.join();
        }
        assertThat(backends.logger().errors())
                .containsExactly("uncaughtException error: Uncaught exception Error: boom");
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    private static BackendFeature stopping(String pluginId, LifecycleHook hook) {
        return createBackendPlugin(pluginId, reg -> {
            var lifecycle = reg.require(LIFECYCLE);
            reg.registerInit(() -> lifecycle.get().addShutdownHook(hook));
        });
    }

    /** A replacement that does not know that backends drive it. */
    private static final class PassiveLifecycle implements RootLifecycleService {
        @Override
        public void addStartupHook(LifecycleHook hook) {}

        @Override
        public void addBeforeShutdownHook(LifecycleHook hook) {}

        @Override
        public void addShutdownHook(LifecycleHook hook) {}
    }
}
