// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.app.api.StartupPlan.Failure;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.ExtensionPointFactoryMiddleware;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The start of a backend, from features to running plugins. */
final class BackendStarter {
    private final CollectedFeatures features;
    private final List<ExtensionPointFactoryMiddleware<?>> middleware;
    private final BackendEnvironment environment;
    private final ServiceRegistry registry;
    private final TaskGroup tasks;
    private final StartupRecorder recorder;

    BackendStarter(
            ServiceFactories factories,
            ServiceRegistry registry,
            List<ExtensionPointFactoryMiddleware<?>> middleware,
            TaskGroup tasks,
            BackendEnvironment environment,
            StartupRecorder recorder) {
        this.features = new CollectedFeatures(factories);
        this.registry = registry;
        this.middleware = middleware;
        this.tasks = tasks;
        this.environment = environment;
        this.recorder = recorder;
    }

    BackendStartupResult start(List<InstalledFeature> installed, BackendStopper stopper) {
        recorder.enter("features");
        installed.forEach(feature -> features.add(feature.supplier(), feature.source()));
        loadFeatures();
        features.add(InstanceMetadata.of(features.registrations()).factory());
        features.add(recorder.factory());
        recorder.enter("validation");
        var plan = StartupPlanner.plan(features.registrations(), middleware);
        var failures = validate(plan);

        stopper.willStart(plan.plugins().stream().map(PluginPlan::pluginId).toList());
        recorder.enter("root services");
        if (environment.logsUncaughtExceptions()) {
            rootLogger().map(UncaughtExceptions::logTo).ifPresent(stopper::willRelease);
        }
        registry.createEagerRootServices();
        recorder.enter("plugins");
        var result = startPlugins(plan, failures);
        if (tasks.isCancelled()) {
            throw new BackendStoppedException();
        }
        if (result.outcome() == BackendStartupResult.Outcome.SUCCESS) {
            recorder.enter("root start-up hooks");
            new Lifecycles(registry).root().startup();
        }
        return result;
    }

    private void loadFeatures() {
        if (!features.loaders().isEmpty()) {
            rejectIf(features.problems()); // loaders run code, which needs services that fit together
            ServiceGraph.of(features.factories()).rejectCycles();
            new FeatureLoaders(features, registry).run();
        }
    }

    /** All problems in one report if any of them concerns the whole backend; the failures of plugins otherwise. */
    private List<Failure> validate(StartupPlan plan) {
        var validator = new GraphValidator(features.factories(), plan);
        var failures = validator.failures();
        var problems = new ArrayList<>(features.problems());
        problems.addAll(validator.backendProblems());
        if (!problems.isEmpty()) {
            Stream.concat(plan.failures().stream(), failures.stream())
                    .flatMap(failure -> failure.cause().problems().stream())
                    .map(WiringProblem::of)
                    .forEach(problems::add);
        }
        rejectIf(problems);
        return failures;
    }

    private BackendStartupResult startPlugins(StartupPlan plan, List<Failure> failures) {
        var policy = registry.find(CoreServices.ROOT_CONFIG, ServiceRegistry.ROOT)
                .map(BootFailurePolicy::fromConfig)
                .orElseGet(BootFailurePolicy::abort);
        var logger = rootLogger().map(root -> root.child(Map.of("type", "initialization")));
        var results = new StartupResults(plan.pluginIds(), logger, policy, environment);
        recorder.follow(results);
        plan.failures().forEach(failure -> results.failed(failure.owner(), failure.cause()));
        var causes = failures.stream().collect(Collectors.toMap(Failure::owner, Failure::cause));
        var starter = new PluginStarter(plan, causes, registry, results, tasks);
        tasks.runAll(plan.plugins().stream()
                .map(plugin -> new TaskGroup.Task("plugin-" + plugin.pluginId(), () -> starter.start(plugin)))
                .toList());
        return results.finish(recorder.services().results());
    }

    private Optional<LoggerService> rootLogger() {
        return registry.find(CoreServices.ROOT_LOGGER, ServiceRegistry.ROOT).map(LoggerService.class::cast);
    }

    private static void rejectIf(List<WiringProblem> problems) {
        if (!problems.isEmpty()) {
            throw WiringException.of(problems);
        }
    }
}
