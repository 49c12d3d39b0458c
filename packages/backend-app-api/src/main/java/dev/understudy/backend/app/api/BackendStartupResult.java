// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How a backend started. Backstage counterpart: {@code BackendStartupResult}.
 *
 * @param beginAt when the start of plugins began
 * @param resultAt when it ended
 * @param outcome a failure if anything failed that must not
 * @param plugins the plugins, in the order in which they ended
 * @param services the services that were created on the way, in the order in which they were there; Backstage does not tell
 */
public record BackendStartupResult(
        Instant beginAt,
        Instant resultAt,
        Outcome outcome,
        List<PluginStartupResult> plugins,
        List<ServiceStartupResult> services) {

    /** Whether the backend started. */
    public enum Outcome {
        SUCCESS,
        FAILURE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps its own copy of the lists. */
    public BackendStartupResult {
        plugins = List.copyOf(plugins);
        services = List.copyOf(services);
    }

    /** The result as JSON, of Backstage's shape and with the times at which plugins and modules began. */
    public JsonNode toJson() {
        return StartupResultJson.of(this);
    }
}
