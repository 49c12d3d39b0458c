// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.service.LifecycleController;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.RootLifecycleController;
import java.util.ArrayList;
import java.util.List;

/** Runs hooks one after the other and lets their failures through. */
final class HookLifecycle implements RootLifecycleController, LifecycleController {
    private final List<LifecycleHook> startupHooks = new ArrayList<>();
    private final List<LifecycleHook> beforeShutdownHooks = new ArrayList<>();
    private final List<LifecycleHook> shutdownHooks = new ArrayList<>();

    @Override
    public void addStartupHook(LifecycleHook hook) {
        startupHooks.add(hook);
    }

    @Override
    public void addBeforeShutdownHook(LifecycleHook hook) {
        beforeShutdownHooks.add(hook);
    }

    @Override
    public void addShutdownHook(LifecycleHook hook) {
        shutdownHooks.add(hook);
    }

    @Override
    public void startup() {
        run(startupHooks);
    }

    @Override
    public void beforeShutdown() {
        run(beforeShutdownHooks);
    }

    @Override
    public void shutdown() {
        run(shutdownHooks);
    }

    private static void run(List<LifecycleHook> hooks) {
        for (var hook : hooks) {
            try {
                hook.run();
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
