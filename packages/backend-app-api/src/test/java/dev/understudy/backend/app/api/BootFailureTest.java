// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.module;
import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.backend.app.api.BackendStartupResult.Outcome;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.Init;
import dev.understudy.backend.plugin.api.ModuleContext;
import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.NotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BootFailureTest {
    private final IOException cause = new IOException("disk full");
    private final Init failing = () -> {
        throw cause;
    };
    private static final ExtensionPoint<ModuleContext> CONTEXT = createExtensionPoint("context", ModuleContext.class);

    @Test
    void failsWithAllFailuresTheFirstAsCause() {
        var backends = TestBackends.plain();
        var other = new NotFoundException("no table");
        var backend = backends.create().add(plugin("catalog", failing)).add(module("catalog", "github", () -> {
            throw other;
        }));
        var failure = catchThrowableOfType(BackendStartupException.class, backend::start);
        assertThat(failure).hasMessage("""
                Backend startup failed due to the following errors:
                  Plugin 'catalog' startup failed; caused by Error: disk full
                  Module 'github' for plugin 'catalog' startup failed; caused by NotFoundError: no table\
                """);
        assertThat(ErrorNames.nameOf(failure)).isEqualTo("BackendStartupError");
        assertThat(failure).hasCause(cause).hasSuppressedException(other);
        assertThat(failure.result().outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(backends.logger().errors())
                .containsExactly(
                        "initialization error: Module github in Plugin 'catalog' threw an error during startup, waiting for"
                                + " 1 other plugins to finish before shutting down the process. NotFoundError: no table",
                        "initialization error: Plugin 'catalog' threw an error during startup. Error: disk full");
    }

    @Test
    void startsSiblingsAndThePluginOfAFailedModule() {
        var seen = new ArrayList<String>();
        var backend = TestBackends.plain()
                .create()
                .add(plugin("catalog", () -> seen.add("plugin")))
                .add(module("catalog", "bad", failing))
                .add(module("catalog", "good", () -> seen.add("sibling")));
        var failure = catchThrowableOfType(BackendStartupException.class, backend::start);
        assertThat(failure).hasMessageContaining("Module 'bad' for plugin 'catalog' startup failed");
        assertThat(seen).containsExactly("sibling", "plugin");
    }

    @Test
    void countsMissingClassesAsFailures() {
        var backend = TestBackends.plain().create().add(plugin("catalog", () -> {
            throw new NoClassDefFoundError("com/example/Gone");
        }));
        var failure = catchThrowableOfType(BackendStartupException.class, backend::start);
        assertThat(failure).hasMessageEndingWith("Plugin 'catalog' startup failed; caused by Error: com/example/Gone");
    }

    @Test
    void letsPluginsFailThatMayByDefault() {
        var backends = policy(Map.of("default", Map.of("onPluginBootFailure", "continue")));
        try (var backend = backends.create().add(plugin("catalog", failing))) {
            var result = backend.start();
            assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(result.plugins().getFirst().failure()).contains(new StartupFailure(cause, true));
        }
        assertThat(backends.logger().errors())
                .containsExactly(
                        "initialization error: Plugin 'catalog' threw an error during startup, but boot failure"
                                + " is permitted for this plugin so startup will continue. Error: disk full");
    }

    @Test
    void letsModulesFailThatMayByDefault() {
        var backends = policy(Map.of("default", Map.of("onPluginModuleBootFailure", "continue")));
        try (var backend =
                backends.create().add(plugin("catalog", () -> {})).add(module("catalog", "github", failing))) {
            assertThat(backend.start().outcome()).isEqualTo(Outcome.SUCCESS);
        }
        assertThat(backends.logger().errors())
                .containsExactly(
                        "initialization error: Module github in Plugin 'catalog' threw an error during startup,"
                                + " but boot failure is permitted for this plugin module so startup will continue."
                                + " Error: disk full");
    }

    @Test
    void readsThePolicyPerPluginAndModule() {
        var policy = BootFailurePolicy.fromConfig(policy(Map.of(
                        "default", Map.of("onPluginBootFailure", "continue", "onPluginModuleBootFailure", "abort"),
                        "plugins",
                                Map.of(
                                        "catalog",
                                                Map.of(
                                                        "onPluginBootFailure",
                                                        "abort",
                                                        "modules",
                                                        Map.of(
                                                                "github",
                                                                Map.of("onPluginModuleBootFailure", "continue"))),
                                        "search", Map.of("onPluginBootFailure", "Continue"))))
                .config());
        assertThat(policy.allowsFailureOf(Owner.plugin("techdocs"))).isTrue();
        assertThat(policy.allowsFailureOf(Owner.plugin("catalog"))).isFalse();
        assertThat(policy.allowsFailureOf(Owner.plugin("search")))
                .as("anything but continue aborts")
                .isFalse();
        assertThat(policy.allowsFailureOf(Owner.module("catalog", "github"))).isTrue();
        assertThat(policy.allowsFailureOf(Owner.module("catalog", "gitlab"))).isFalse();
        assertThat(BootFailurePolicy.abort().allowsFailureOf(Owner.plugin("any")))
                .isFalse();
    }

    @Test
    void appliesThePolicyToWhatDoesNotFitTogether() {
        var backends = policy(Map.of("plugins", Map.of("search", Map.of("onPluginBootFailure", "continue"))));
        try (var backend = backends.create()
                .add(plugin("search", () -> {}))
                .add(plugin("search", () -> {}))
                .add(plugin("catalog", () -> {}))) {
            assertThat(backend.start().plugins().stream().map(PluginStartupResult::pluginId))
                    .containsExactly("search", "catalog");
        }
    }

    @Test
    void stopsWhatHadBeenStarted() {
        var seen = new ArrayList<String>();
        var backend = TestBackends.plain()
                .create()
                .add(createBackendPlugin("catalog", reg -> {
                    var lifecycle = reg.require(LIFECYCLE);
                    reg.registerInit(() -> lifecycle.get().addShutdownHook(() -> seen.add("catalog stopped")));
                }))
                .add(plugin("search", failing));
        assertThatThrownBy(backend::start).isInstanceOf(BackendStartupException.class);
        assertThat(seen).containsExactly("catalog stopped");
    }

    @Test
    void failsModulesThatReportFailuresWhileStarting() {
        var backends = policy(Map.of(
                "plugins",
                Map.of(
                        "catalog",
                        Map.of("modules", Map.of("early", Map.of("onPluginModuleBootFailure", "continue"))))));
        var contexts = new ArrayList<ModuleContext>();
        var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPointPerModule(CONTEXT, context -> context);
                    reg.registerInit(() -> contexts.forEach(context -> context.reportStartupFailure(cause)));
                }))
                .add(createBackendModule("catalog", "late", reg -> {
                    var context = reg.require(CONTEXT);
                    reg.registerInit(() -> contexts.add(context.get()));
                }))
                .add(createBackendModule("catalog", "early", reg -> {
                    var context = reg.require(CONTEXT);
                    reg.registerInit(() -> context.get().reportStartupFailure(cause));
                }));
        var failure = catchThrowableOfType(BackendStartupException.class, backend::start);
        assertThat(failure).hasMessage("""
                Backend startup failed due to the following errors:
                  Module 'late' for plugin 'catalog' startup failed; caused by Error: disk full\
                """);
        assertThat(failure.result().plugins().getFirst().modules().stream().map(ModuleStartupResult::failure))
                .containsExactlyInAnyOrder(
                        Optional.of(new StartupFailure(cause, true)), Optional.of(new StartupFailure(cause, false)));
        assertThat(backends.logger().errors())
                .containsExactlyInAnyOrder(
                        "initialization error: Plugin 'catalog' reported failure for module 'early' during startup, but boot"
                                + " failure is permitted for this plugin module so startup will continue. Error: disk full",
                        "initialization error: Plugin 'catalog' reported failure for module 'late' during startup."
                                + " Error: disk full");
    }

    @Test
    void onlyLogsWhatModulesReportAfterTheStart() {
        var backends = TestBackends.plain();
        var contexts = new ArrayList<ModuleContext>();
        try (var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPointPerModule(CONTEXT, context -> context);
                    reg.registerInit(() -> {});
                }))
                .add(createBackendModule("catalog", "github", reg -> {
                    var context = reg.require(CONTEXT);
                    reg.registerInit(() -> contexts.add(context.get()));
                }))) {
            backend.start();
            contexts.getFirst().reportStartupFailure(cause);
        }
        assertThat(backends.logger().errors())
                .isEqualTo(List.of("initialization error: Plugin 'catalog' reported failure for module 'github' after"
                        + " startup Error: disk full"));
    }

    @Test
    void writesResultsAsJson() {
        var backends = policy(Map.of("default", Map.of("onPluginBootFailure", "continue")));
        try (var backend =
                backends.create().add(plugin("catalog", failing)).add(module("catalog", "github", () -> {}))) {
            assertThat(backend.start().toJson()).hasToString("""
                    {"beginAt":"2026-01-02T03:04:05.006Z","resultAt":"2026-01-02T03:04:05.006Z","outcome":"success",\
                    "plugins":[{"pluginId":"catalog","beginAt":"2026-01-02T03:04:05.006Z",\
                    "resultAt":"2026-01-02T03:04:05.006Z",\
                    "failure":{"error":{"name":"Error","message":"disk full"},"allowed":true},\
                    "modules":[{"moduleId":"github","beginAt":"2026-01-02T03:04:05.006Z",\
                    "resultAt":"2026-01-02T03:04:05.006Z"}]}]}\
                    """);
        }
    }

    private static TestBackends policy(Map<String, ?> startup) {
        return TestBackends.withConfig(Map.of("backend", Map.of("startup", startup)));
    }
}
