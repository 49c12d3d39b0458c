// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.LifecycleController;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.RootLifecycleController;
import java.util.ArrayList;
import java.util.List;

/**
 * A lifecycle, of a plugin or the root, that the test drives. The hooks of a phase run one after the other, on the caller's
 * thread; the first failure is thrown. Thread-safe.
 */
public final class MockLifecycle implements RootLifecycleController, LifecycleController {
    private final Phase startup = new Phase("startup");
    private final Phase beforeShutdown = new Phase("before shutdown");
    private final Phase shutdown = new Phase("shutdown");

    private MockLifecycle() {}

    public static MockLifecycle create() {
        return new MockLifecycle();
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
        startup.reach();
    }

    @Override
    public void beforeShutdown() {
        beforeShutdown.reach();
    }

    @Override
    public void shutdown() {
        shutdown.reach();
    }

    private static final class Phase {
        private final String name;
        private final List<LifecycleHook> hooks = new ArrayList<>();
        private boolean reached;

        private Phase(String name) {
            this.name = name;
        }

        private synchronized void add(LifecycleHook hook) {
            if (reached) {
                throw new IllegalStateException("Attempted to add " + name + " hook after " + name);
            }
            hooks.add(hook);
        }

        private void reach() {
            for (var hook : take()) {
                try {
                    hook.run();
                } catch (RuntimeException failure) {
                    throw failure;
                } catch (Exception failure) {
                    throw new IllegalStateException("A " + name + " hook failed", failure);
                }
            }
        }

        private synchronized List<LifecycleHook> take() {
            reached = true;
            var all = List.copyOf(hooks);
            hooks.clear();
            return all;
        }
    }
}
