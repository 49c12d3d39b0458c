// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one instance of a service was created.
 *
 * @param serviceId the service
 * @param pluginId the plugin that the instance belongs to; empty for a root service, and for a value that all plugins share
 * @param shared whether this is what the factory shares among plugins, rather than an instance
 * @param beginAt when somebody first needed it
 * @param resultAt when it was there, or had failed
 * @param own the time that its own factory took; the rest passed while its dependencies were created
 * @param failure why it was not created
 */
public record ServiceStartupResult(
        String serviceId,
        Optional<String> pluginId,
        boolean shared,
        Instant beginAt,
        Instant resultAt,
        Duration own,
        Optional<Throwable> failure) {}
