// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * Makes the instruments that a plugin measures itself with. Instruments cost next to nothing while nobody collects what they
 * measure. Thread-safe, and so are the instruments.
 *
 * <p>Backstage counterpart: {@code MetricsService}.
 */
public interface MetricsService {
    Counter createCounter(String name, MetricOptions options);

    UpDownCounter createUpDownCounter(String name, MetricOptions options);

    Histogram createHistogram(String name, MetricOptions options);

    Gauge createGauge(String name, MetricOptions options);

    Observable createObservableCounter(String name, MetricOptions options);

    Observable createObservableUpDownCounter(String name, MetricOptions options);

    Observable createObservableGauge(String name, MetricOptions options);

    /** A sum that only grows. */
    interface Counter {
        void add(double value, TelemetryAttributes attributes);

        default void add(double value) {
            add(value, TelemetryAttributes.none());
        }
    }

    /** A sum that grows and shrinks. */
    interface UpDownCounter {
        void add(double value, TelemetryAttributes attributes);

        default void add(double value) {
            add(value, TelemetryAttributes.none());
        }
    }

    /** How often values of which size occur. */
    interface Histogram {
        void record(double value, TelemetryAttributes attributes);

        default void record(double value) {
            record(value, TelemetryAttributes.none());
        }
    }

    /** The last of some values. */
    interface Gauge {
        void record(double value, TelemetryAttributes attributes);

        default void record(double value) {
            record(value, TelemetryAttributes.none());
        }
    }

    /** An instrument that asks for values when they are collected. */
    interface Observable {
        void addCallback(ObservableCallback callback);

        void removeCallback(ObservableCallback callback);
    }

    /** Gives the values of an instrument; called by a thread of the collector. */
    @FunctionalInterface
    interface ObservableCallback {
        /**
         * Gives the present values.
         *
         * @throws Exception any failure; this round goes without the values
         */
        void observe(ObservableResult result) throws Exception;
    }

    /** Takes the values of an instrument during one call. */
    interface ObservableResult {
        void observe(double value, TelemetryAttributes attributes);

        default void observe(double value) {
            observe(value, TelemetryAttributes.none());
        }
    }

    /** Instruments that measure nothing, such as for tests. */
    static MetricsService noop() {
        return NoopMetrics.INSTANCE;
    }
}
