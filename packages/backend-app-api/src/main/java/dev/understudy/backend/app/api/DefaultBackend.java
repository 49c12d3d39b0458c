// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.ExtensionPointFactoryMiddleware;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Holds features until the start, and sees to it that starting and stopping happen once. */
final class DefaultBackend implements Backend {
    private final ServiceFactories factories;
    private final List<ExtensionPointFactoryMiddleware<?>> middleware;
    private final BackendEnvironment environment;
    private final StartupRecorder recorder;
    private final ServiceRegistry registry;
    private final BackendStopper stopper;
    private final TaskGroup tasks = TaskGroup.cancelledByInterrupt();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final Once stopped = new Once();
    private final List<InstalledFeature> features = new ArrayList<>();
    private boolean started;
    private boolean stopping;

    DefaultBackend(
            ServiceFactories factories,
            List<ExtensionPointFactoryMiddleware<?>> middleware,
            BackendEnvironment environment) {
        this.factories = factories;
        this.middleware = middleware;
        this.environment = environment;
        this.recorder = new StartupRecorder(environment.clock());
        this.registry = new ServiceRegistry(factories, recorder.services());
        this.stopper = new BackendStopper(registry);
    }

    @Override
    public Backend add(BackendFeature feature) {
        return add(() -> feature);
    }

    @Override
    public synchronized Backend add(Supplier<? extends BackendFeature> feature) {
        if (started) {
            throw new IllegalStateException("feature can not be added after the backend has started");
        }
        features.add(new InstalledFeature(feature, "features[" + features.size() + "]"));
        return this;
    }

    @Override
    public BackendStartupResult start() {
        beginStart();
        RunningBackends.register(this);
        try {
            var result = tasks.call("backend-start", this::doStart);
            if (result.outcome() == BackendStartupResult.Outcome.FAILURE) {
                throw new BackendStartupException(result);
            }
            settled.countDown();
            return result;
        } catch (RuntimeException | Error failure) {
            settled.countDown();
            stopAfter(failure);
            throw failure;
        }
    }

    @Override
    public void stop() {
        RunningBackends.unregister(this);
        synchronized (this) {
            stopping = true;
            if (!started) {
                return;
            }
        }
        stopped.get(this::doStop, DefaultBackend::unchecked);
    }

    private synchronized void beginStart() {
        if (started) {
            throw new IllegalStateException("Backend has already started");
        }
        if (stopping) {
            throw new IllegalStateException("Backend has already stopped");
        }
        started = true;
    }

    private BackendStartupResult doStart() {
        var starter = new BackendStarter(factories, registry, middleware, tasks, environment, recorder);
        return recorder.record(() -> starter.start(List.copyOf(features), stopper));
    }

    /** Calls off a start that is under way, then stops whatever did start. */
    private Object doStop() {
        if (settled.getCount() > 0) {
            tasks.cancel();
            awaitSettled();
        }
        stopper.stop();
        return this;
    }

    private void awaitSettled() {
        try {
            settled.await(environment.stopPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // by the cancellation, if a plugin stops its own backend
        }
    }

    private void stopAfter(Throwable failure) {
        try {
            stop();
        } catch (RuntimeException stopFailure) {
            failure.addSuppressed(stopFailure);
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("Backend could not be stopped", failure);
    }
}
