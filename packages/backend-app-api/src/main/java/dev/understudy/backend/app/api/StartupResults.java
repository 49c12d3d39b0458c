// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.app.api.BackendStartupResult.Outcome;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects how plugins and modules start, judges failures by the policy, and logs them. Thread-safe. */
final class StartupResults {
    private final InstantSource clock;
    private final BootFailurePolicy policy;
    private final StartupProgress progress;
    private final StartupFailureLog log;
    private final Instant beginAt;
    private final Map<Owner, Instant> begins = new LinkedHashMap<>();
    private final Map<Owner, Throwable> earlyReports = new HashMap<>();
    private final Map<String, Result> plugins = new LinkedHashMap<>();
    private final Map<String, List<Result>> modules = new HashMap<>();
    private boolean finished;

    private record Result(Owner owner, Instant beginAt, Instant resultAt, Optional<StartupFailure> failure) {}

    StartupResults(
            Collection<String> pluginIds,
            Optional<LoggerService> logger,
            BootFailurePolicy policy,
            BackendEnvironment environment) {
        this.clock = environment.clock();
        this.policy = policy;
        this.progress = new StartupProgress(pluginIds, logger, environment.delayedTasks());
        this.log = new StartupFailureLog(logger);
        this.beginAt = clock.instant();
        progress.begin();
    }

    synchronized void began(Owner owner) {
        begins.put(owner, clock.instant());
    }

    synchronized void succeeded(Owner owner) {
        var report = earlyReports.remove(owner);
        if (report == null) {
            add(owner, Optional.empty());
        } else {
            add(owner, Optional.of(judge(owner, report)));
        }
    }

    synchronized void failed(Owner owner, Throwable error) {
        var failure = judge(owner, error);
        var remaining = add(owner, Optional.of(failure));
        log.failed(owner, failure, remaining);
    }

    /** Marks a module as failed that started well, or is about to. */
    synchronized void reported(Owner module, Throwable error) {
        if (finished) {
            log.reportedLate(module, error);
            return;
        }
        var failure = judge(module, error);
        log.reported(module, failure);
        var results = modules.getOrDefault(module.pluginId(), List.of());
        var known =
                results.stream().filter(result -> result.owner().equals(module)).findFirst();
        known.ifPresentOrElse(
                result -> results.set(
                        results.indexOf(result),
                        new Result(module, result.beginAt(), result.resultAt(), Optional.of(failure))),
                () -> earlyReports.put(module, error));
    }

    synchronized BackendStartupResult finish(List<ServiceStartupResult> services) {
        finished = true;
        progress.finish();
        var results = ended();
        return new BackendStartupResult(beginAt, clock.instant(), outcomeOf(results), results, services);
    }

    /** The plugins whose start has ended, in that order. */
    synchronized List<PluginStartupResult> ended() {
        return plugins.values().stream().map(this::pluginResult).toList();
    }

    /** What has begun to start, and has not ended. */
    synchronized List<StartingFeature> starting() {
        return begins.entrySet().stream()
                .filter(begin -> !hasEnded(begin.getKey()))
                .map(begin -> new StartingFeature(
                        begin.getKey().pluginId(), begin.getKey().moduleId(), begin.getValue()))
                .toList();
    }

    private boolean hasEnded(Owner owner) {
        return owner.moduleId().isEmpty()
                ? plugins.containsKey(owner.pluginId())
                : modules.getOrDefault(owner.pluginId(), List.of()).stream()
                        .anyMatch(module -> module.owner().equals(owner));
    }

    private int add(Owner owner, Optional<StartupFailure> failure) {
        var now = clock.instant();
        var result = new Result(owner, begins.getOrDefault(owner, now), now, failure);
        if (owner.moduleId().isPresent()) {
            modules.computeIfAbsent(owner.pluginId(), _ -> new ArrayList<>()).add(result);
            return progress.remaining();
        }
        plugins.put(owner.pluginId(), result);
        return progress.ended(owner.pluginId());
    }

    private StartupFailure judge(Owner owner, Throwable error) {
        return new StartupFailure(error, policy.allowsFailureOf(owner));
    }

    private PluginStartupResult pluginResult(Result plugin) {
        var pluginId = plugin.owner().pluginId();
        var results = modules.getOrDefault(pluginId, List.of()).stream()
                .map(module -> new ModuleStartupResult(
                        module.owner().moduleId().orElseThrow(), module.beginAt(), module.resultAt(), module.failure()))
                .toList();
        return new PluginStartupResult(pluginId, plugin.beginAt(), plugin.resultAt(), plugin.failure(), results);
    }

    private Outcome outcomeOf(List<PluginStartupResult> plugins) {
        var failed = plugins.stream()
                .anyMatch(plugin -> isDisallowed(plugin.failure())
                        || plugin.modules().stream().anyMatch(module -> isDisallowed(module.failure())));
        return failed ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    private static boolean isDisallowed(Optional<StartupFailure> failure) {
        return failure.filter(present -> !present.allowed()).isPresent();
    }
}
