// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.Optional;

/** Logs what failed while starting. */
final class StartupFailureLog {
    private final Optional<LoggerService> logger;

    StartupFailureLog(Optional<LoggerService> logger) {
        this.logger = logger;
    }

    void failed(Owner owner, StartupFailure failure, int remaining) {
        var kind = owner.moduleId().isPresent() ? "plugin module" : "plugin";
        var subject =
                owner.moduleId().map(module -> "Module " + module + " in ").orElse("") + "Plugin '" + owner.pluginId()
                        + "' threw an error during startup";
        var waiting = remaining == 0
                ? ""
                : ", waiting for " + remaining + " other plugins to finish before shutting down the process";
        error(failure.allowed() ? subject + permitted(kind) : subject + waiting + ".", failure.error());
    }

    void reported(Owner module, StartupFailure failure) {
        var subject = reportOf(module) + " during startup";
        error(failure.allowed() ? subject + permitted("plugin module") : subject + ".", failure.error());
    }

    void reportedLate(Owner module, Throwable error) {
        error(reportOf(module) + " after startup", error);
    }

    private static String reportOf(Owner module) {
        return "Plugin '" + module.pluginId() + "' reported failure for module '"
                + module.moduleId().orElseThrow() + "'";
    }

    private static String permitted(String kind) {
        return ", but boot failure is permitted for this " + kind + " so startup will continue.";
    }

    private void error(String message, Throwable failure) {
        logger.ifPresent(present -> present.error(message, failure));
    }
}
