// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.MetricsService.Observable;
import dev.understudy.backend.plugin.api.service.MetricsService.ObservableCallback;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes OpenTelemetry's question on to the callbacks of an instrument. */
final class OtelObservable implements Observable, Consumer<ObservableDoubleMeasurement> {
    private final List<ObservableCallback> callbacks = new CopyOnWriteArrayList<>();

    @Override
    public void addCallback(ObservableCallback callback) {
        callbacks.add(callback);
    }

    @Override
    public void removeCallback(ObservableCallback callback) {
        callbacks.remove(callback);
    }

    @Override
    public void accept(ObservableDoubleMeasurement measurement) {
        for (var callback : callbacks) {
            try {
                callback.observe((value, attributes) -> measurement.record(value, OtelAttributes.of(attributes)));
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException("A metric could not be observed", failure);
            }
        }
    }
}
