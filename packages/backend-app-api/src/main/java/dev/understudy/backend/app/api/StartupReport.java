// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Instant;
import java.util.List;

/**
 * How a start went, or how far it has come.
 *
 * @param beginAt when {@link Backend#start} was called
 * @param phases in the order in which they began
 * @param services in the order in which they were there
 * @param plugins those whose start has ended, in that order
 * @param starting plugins and modules whose start is under way
 */
public record StartupReport(
        Instant beginAt,
        State state,
        List<StartupPhase> phases,
        List<ServiceStartupResult> services,
        List<PluginStartupResult> plugins,
        List<StartingFeature> starting) {

    /** How far a backend has come. */
    public enum State {
        STARTING,
        STARTED,
        FAILED
    }

    /** Keeps its own copies. */
    public StartupReport {
        phases = List.copyOf(phases);
        services = List.copyOf(services);
        plugins = List.copyOf(plugins);
        starting = List.copyOf(starting);
    }
}
