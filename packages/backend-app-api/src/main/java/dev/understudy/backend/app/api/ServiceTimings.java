// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes how long services take to create: three looks at the clock and a record for each. Thread-safe. */
final class ServiceTimings {
    private final InstantSource clock;
    private final Queue<ServiceStartupResult> results = new ConcurrentLinkedQueue<>();

    ServiceTimings(InstantSource clock) {
        this.clock = clock;
    }

    /** Creates something. */
    @FunctionalInterface
    interface Creation<T> {
        /**
         * @param dependencies is told to resolve them, so that their time counts for them
         */
        T create(Dependencies dependencies) throws Exception;
    }

    /** Takes the time of what is not a service's own work. */
    interface Dependencies {
        void resolve(Runnable resolution);
    }

    <T> T ofRoot(String serviceId, Creation<T> creation) throws Exception {
        return new Timing(serviceId, Optional.empty(), false).run(creation);
    }

    <T> T ofShared(String serviceId, Creation<T> creation) throws Exception {
        return new Timing(serviceId, Optional.empty(), true).run(creation);
    }

    <T> T ofPlugin(String serviceId, String pluginId, Creation<T> creation) throws Exception {
        return new Timing(serviceId, Optional.of(pluginId), false).run(creation);
    }

    /** What has been created, and what has failed to be. */
    List<ServiceStartupResult> results() {
        return List.copyOf(results);
    }

    private final class Timing implements Dependencies {
        private final String serviceId;
        private final Optional<String> pluginId;
        private final boolean shared;
        private Duration waited = Duration.ZERO;

        private Timing(String serviceId, Optional<String> pluginId, boolean shared) {
            this.serviceId = serviceId;
            this.pluginId = pluginId;
            this.shared = shared;
        }

        private <T> T run(Creation<T> creation) throws Exception {
            var beginAt = clock.instant();
            Optional<Throwable> failure = Optional.empty();
            try {
                return creation.create(this);
            } catch (Exception | LinkageError cause) {
                failure = Optional.of(cause);
                throw cause;
            } finally {
                var now = clock.instant();
                var own = Duration.between(beginAt, now).minus(waited);
                results.add(new ServiceStartupResult(serviceId, pluginId, shared, beginAt, now, own, failure));
            }
        }

        @Override
        public void resolve(Runnable resolution) {
            var from = clock.instant();
            resolution.run();
            waited = waited.plus(Duration.between(from, clock.instant()));
        }
    }
}
