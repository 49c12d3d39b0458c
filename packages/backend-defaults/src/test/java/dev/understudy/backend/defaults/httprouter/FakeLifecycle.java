// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.LifecycleService;
import java.util.ArrayList;
import java.util.List;

/** A lifecycle that tests drive. */
final class FakeLifecycle implements LifecycleService {
    private final List<LifecycleHook> startup = new ArrayList<>();
    private final List<LifecycleHook> shutdown = new ArrayList<>();

    @Override
    public void addStartupHook(LifecycleHook hook) {
        startup.add(hook);
    }

    @Override
    public void addShutdownHook(LifecycleHook hook) {
        shutdown.add(hook);
    }

    void startup() throws Exception {
        for (var hook : startup) {
            hook.run();
        }
    }

    void shutdown() throws Exception {
        for (var hook : shutdown) {
            hook.run();
        }
    }
}
