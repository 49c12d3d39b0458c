// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlifecycle;

import dev.understudy.backend.defaults.internal.LifecyclePhase;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootLifecycleController;

/** Start-up and shutdown of the backend. */
final class DefaultRootLifecycle implements RootLifecycleController {
    private final LifecyclePhase startup;
    private final LifecyclePhase beforeShutdown;
    private final LifecyclePhase shutdown;

    DefaultRootLifecycle(LoggerService logger) {
        startup = new LifecyclePhase(logger, "startup", "Attempted to add startup hook after startup");
        beforeShutdown = new LifecyclePhase(
                logger, "before shutdown", "Attempt to add before shutdown hook after shutdown has started");
        shutdown = new LifecyclePhase(logger, "shutdown", "Attempted to add shutdown hook after shutdown");
    }

    @Override
    public void addStartupHook(LifecycleHook hook) {
        startup.add(hook);
    }

    @Override
    public void addBeforeShutdownHook(LifecycleHook hook) {
        beforeShutdown.add(hook);
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
    public void beforeShutdown() {
        beforeShutdown.run();
    }

    @Override
    public void shutdown() {
        shutdown.run();
    }
}
