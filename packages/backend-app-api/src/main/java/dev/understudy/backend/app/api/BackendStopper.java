// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.service.RootLifecycleController;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stop of a backend: root hooks before shutdown, the hooks of all plugins at the same time, root hooks. */
final class BackendStopper {
    private final Lifecycles lifecycles;
    private volatile List<String> pluginIds = List.of();
    private volatile Runnable release = () -> {};

    BackendStopper(ServiceRegistry registry) {
        this.lifecycles = new Lifecycles(registry);
    }

    /** Tells which plugins there may be to stop. */
    void willStart(List<String> pluginIds) {
        this.pluginIds = pluginIds;
    }

    /** Tells what to undo last. */
    void willRelease(Runnable release) {
        this.release = release;
    }

    /** Does all steps, whatever fails, and throws the first failure with the others suppressed. */
    void stop() {
        var failures = new Failures();
        failures.catching(() -> root().ifPresent(RootLifecycleController::beforeShutdown));
        var plugins = TaskGroup.uninterruptible();
        plugins.runAll(pluginIds.stream()
                .map(pluginId ->
                        new TaskGroup.Task("stop-" + pluginId, () -> failures.catching(() -> stopPlugin(pluginId))))
                .toList());
        failures.catching(() -> root().ifPresent(RootLifecycleController::shutdown));
        release.run();
        failures.throwFirst();
    }

    private Optional<RootLifecycleController> root() {
        return lifecycles.existingRoot();
    }

    private void stopPlugin(String pluginId) {
        lifecycles.existingPlugin(pluginId).ifPresent(lifecycle -> lifecycle.shutdown());
    }

    private static final class Failures {
        private final List<RuntimeException> failures = new ArrayList<>();

        private void catching(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException failure) {
                synchronized (this) {
                    failures.add(failure);
                }
            }
        }

        private synchronized void throwFirst() {
            if (!failures.isEmpty()) {
                var first = failures.getFirst();
                failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
                throw first;
            }
        }
    }
}
