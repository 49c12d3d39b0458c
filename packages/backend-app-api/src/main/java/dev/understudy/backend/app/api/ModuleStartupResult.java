// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Instant;
import java.util.Optional;

/**
 * How a module started. Backstage counterpart: {@code PluginModuleStartupResult}.
 *
 * @param moduleId the module
 * @param beginAt when its start began
 * @param resultAt when its start ended
 * @param failure why it did not start
 */
public record ModuleStartupResult(
        String moduleId, Instant beginAt, Instant resultAt, Optional<StartupFailure> failure) {}
