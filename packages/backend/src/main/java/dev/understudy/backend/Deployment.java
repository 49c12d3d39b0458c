// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.app.api.BackendStoppedException;
import dev.understudy.backend.defaults.rootconfig.RootConfigServiceFactory;
import dev.understudy.config.loader.RemoteConfigSource;
import dev.understudy.errors.ErrorNames;
import java.time.zone.ZoneRulesProvider;
import java.util.List;

/** Makes backends from the command line and runs them as a process: a failed start is told on standard error and becomes exit code 1. */
final class Deployment {
    private Deployment() {}

    /** A backend whose configuration may come from URLs too. */
    static Backend create(String... arguments) {
        var backend = createBackend(arguments);
        backend.add(RootConfigServiceFactory.factoryWithRemote(
                List.of(arguments), RemoteConfigSource.DEFAULT_RELOAD_INTERVAL));
        return backend;
    }

    static void run(Backend backend) {
        // to know the time zones, the JVM looks into all archives of the class path; so it does that beside the start
        Thread.ofPlatform().daemon().name("time-zones").start(() -> {
            var _ = ZoneRulesProvider.getAvailableZoneIds();
        });
        try {
            backend.start();
        } catch (BackendStoppedException _) {
            // by whoever sent the signal, who knows
        } catch (RuntimeException failure) {
            report(failure);
            System.exit(1);
        }
    }

    /** Our own exceptions say what is wrong and what to do; of any other the place it comes from is needed too. */
    private static void report(RuntimeException failure) {
        if (failure.getClass().getPackageName().startsWith("dev.understudy.")) {
            System.err.println(ErrorNames.describe(failure));
        } else {
            failure.printStackTrace();
        }
    }
}
