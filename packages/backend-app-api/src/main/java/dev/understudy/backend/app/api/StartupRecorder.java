// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.app.api.BackendStartupResult.Outcome;
import dev.understudy.backend.app.api.StartupReport.State;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BackendWiring;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps what a start leaves to be told. Thread-safe. */
final class StartupRecorder implements RootStartupService {
    private final InstantSource clock;
    private final ServiceTimings services;
    private final List<StartupPhase> phases = new ArrayList<>();
    private Instant beginAt;
    private State state = State.STARTING;
    private Optional<StartupResults> results = Optional.empty();

    StartupRecorder(InstantSource clock) {
        this.clock = clock;
        this.services = new ServiceTimings(clock);
        this.beginAt = clock.instant();
    }

    ServiceTimings services() {
        return services;
    }

    BackendFeature factory() {
        return BackendWiring.createServiceFactory(ROOT_STARTUP, _ -> () -> this);
    }

    /** Runs a start and notes how it ends. */
    BackendStartupResult record(Supplier<BackendStartupResult> start) {
        begin();
        var end = State.FAILED;
        try {
            var result = start.get();
            end = result.outcome() == Outcome.SUCCESS ? State.STARTED : State.FAILED;
            return result;
        } finally {
            end(end);
        }
    }

    /** One phase ends, another begins. */
    synchronized void enter(String phase) {
        var now = clock.instant();
        endPhase(now);
        phases.add(new StartupPhase(phase, now, Optional.empty()));
    }

    synchronized void follow(StartupResults plugins) {
        results = Optional.of(plugins);
    }

    private synchronized void begin() {
        beginAt = clock.instant();
    }

    private synchronized void end(State end) {
        endPhase(clock.instant());
        state = end;
    }

    private void endPhase(Instant now) {
        if (!phases.isEmpty()) {
            var last = phases.removeLast();
            phases.add(new StartupPhase(last.name(), last.beginAt(), Optional.of(now)));
        }
    }

    @Override
    public synchronized StartupReport report() {
        return new StartupReport(
                beginAt,
                state,
                phases,
                services.results(),
                results.map(StartupResults::ended).orElse(List.of()),
                results.map(StartupResults::starting).orElse(List.of()));
    }
}
