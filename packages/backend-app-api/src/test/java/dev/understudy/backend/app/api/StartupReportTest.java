// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.RootStartupService.ROOT_STARTUP;
import static dev.understudy.backend.app.api.TestBackends.module;
import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.backend.app.api.StartupReport.State;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.Startup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class StartupReportTest {
    private static final RootServiceRef<String> CLOCK = createRootServiceRef("test.clock", String.class);
    private static final PluginServiceRef<String> GREETING = createServiceRef("test.greeting", String.class);

    private final AtomicReference<Instant> now = new AtomicReference<>(TestBackends.NOW);
    private final List<RootStartupService> startup = new CopyOnWriteArrayList<>();

    @Test
    void tellsHowLongAServiceTookItselfAndWhatItWaitedFor() {
        try (var backend = backend()) {
            backend.add(greeting());
            backend.add(createBackendPlugin("hello", registration -> {
                registration.require(GREETING);
                registration.registerInit(() -> {});
            }));
            var services = backend.start().services();

            assertThat(services.stream().filter(service -> service.serviceId().startsWith("test.greeting")))
                    .containsExactly(
                            new ServiceStartupResult(
                                    "test.greeting",
                                    Optional.empty(),
                                    true,
                                    TestBackends.NOW.plusMillis(5),
                                    TestBackends.NOW.plusMillis(12),
                                    Duration.ofMillis(7),
                                    Optional.empty()),
                            new ServiceStartupResult(
                                    "test.greeting",
                                    Optional.of("hello"),
                                    false,
                                    TestBackends.NOW.plusMillis(5),
                                    TestBackends.NOW.plusMillis(15),
                                    Duration.ofMillis(3),
                                    Optional.empty()));
        }
    }

    @Test
    void tellsWhatIsStartingWhileItStarts() {
        var during = new CopyOnWriteArrayList<StartupReport>();
        try (var backend = backend()) {
            backend.add(plugin("slow", () -> {}));
            backend.add(
                    module("slow", "part", () -> during.add(startup.getFirst().report())));
            backend.start();

            assertThat(during.getFirst().state()).isEqualTo(State.STARTING);
            assertThat(during.getFirst().phases().getLast().resultAt()).isEmpty();
            assertThat(during.getFirst().plugins()).isEmpty();
            assertThat(during.getFirst().starting())
                    .extracting(StartingFeature::pluginId, StartingFeature::moduleId)
                    .containsExactlyInAnyOrder(tuple("slow", Optional.empty()), tuple("slow", Optional.of("part")));
            var after = startup.getFirst().report();
            assertThat(after.state()).isEqualTo(State.STARTED);
            assertThat(after.starting()).isEmpty();
            assertThat(after.plugins())
                    .extracting(PluginStartupResult::pluginId)
                    .containsExactly("slow");
            assertThat(after.phases())
                    .extracting(StartupPhase::name)
                    .containsExactly("features", "validation", "root services", "plugins", "root start-up hooks");
        }
    }

    @Test
    void tellsWhyAServiceAndAStartFailed() {
        var failure = new IllegalStateException("no greeting today");
        try (var backend = backend()) {
            backend.add(createServiceFactory(GREETING, _ -> () -> {
                throw failure;
            }));
            backend.add(createBackendPlugin("hello", registration -> {
                registration.require(GREETING);
                registration.registerInit(() -> {});
            }));

            assertThatThrownBy(backend::start).isInstanceOf(BackendStartupException.class);
            var report = startup.getFirst().report();
            assertThat(report.state()).isEqualTo(State.FAILED);
            assertThat(report.services())
                    .filteredOn(service -> service.serviceId().equals("test.greeting"))
                    .extracting(ServiceStartupResult::failure)
                    .isEqualTo(List.of(Optional.of(failure)));
        }
    }

    private Backend backend() {
        var plain = TestBackends.withConfig(Map.of());
        var environment =
                new BackendEnvironment(now::get, plain.delays(), plain.logsUncaught(), Duration.ofSeconds(30));
        var services = new ArrayList<>(plain.services());
        services.add(createServiceFactory(CLOCK, factory -> {
            var report = factory.require(ROOT_STARTUP);
            return () -> {
                startup.add(report.get());
                pass(5);
                return "clock";
            };
        }));
        return SpecializedBackend.create(services, List.of(), environment);
    }

    private BackendFeature greeting() {
        return createServiceFactory(
                GREETING,
                factory -> {
                    var shared = factory.shared(root -> {
                        root.require(CLOCK);
                        return () -> {
                            pass(7);
                            return "hello";
                        };
                    });
                    return () -> {
                        pass(3);
                        return shared.get();
                    };
                },
                Startup.LAZY);
    }

    private void pass(int milliseconds) {
        now.updateAndGet(instant -> instant.plusMillis(milliseconds));
    }
}
