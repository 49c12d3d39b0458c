// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.lifecycle;

import dev.understudy.backend.defaults.internal.LifecyclePhase;
import dev.understudy.backend.plugin.api.service.LifecycleController;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.LoggerService;

/** Start-up and shutdown of one plugin. */
final class DefaultLifecycle implements LifecycleController {
    private final LifecyclePhase startup;
    private final LifecyclePhase shutdown;

    DefaultLifecycle(LoggerService logger) {
        startup = new LifecyclePhase(logger, "plugin startup", "Attempted to add startup hook after startup");
        shutdown = new LifecyclePhase(logger, "plugin shutdown", "Attempted to add shutdown hook after shutdown");
    }

    @Override
    public void addStartupHook(LifecycleHook hook) {
        startup.add(hook);
    }

    @Override
    public void addShutdownHook(LifecycleHook hook) {
        shutdown.add(hook);
    }

    @Override
    public void startup() {
        startup.run();
    }

    @Override
    public void shutdown() {
        shutdown.run();
    }
}
