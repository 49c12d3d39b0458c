// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Instruments that measure nothing. */
enum NoopMetrics implements MetricsService {
    INSTANCE;

    private static final Nothing NOTHING = new Nothing();

    private static final class Nothing implements Counter, UpDownCounter, Observable {
        @Override
        public void add(double value, TelemetryAttributes attributes) {}

        @Override
        public void add(double value) {}

        @Override
        public void addCallback(ObservableCallback callback) {}

        @Override
        public void removeCallback(ObservableCallback callback) {}
    }

    @Override
    public Counter createCounter(String name, MetricOptions options) {
        return NOTHING;
    }

    @Override
    public UpDownCounter createUpDownCounter(String name, MetricOptions options) {
        return NOTHING;
    }

    @Override
    public Histogram createHistogram(String name, MetricOptions options) {
        return (_, _) -> {};
    }

    @Override
    public Gauge createGauge(String name, MetricOptions options) {
        return (_, _) -> {};
    }

    @Override
    public Observable createObservableCounter(String name, MetricOptions options) {
        return NOTHING;
    }

    @Override
    public Observable createObservableUpDownCounter(String name, MetricOptions options) {
        return NOTHING;
    }

    @Override
    public Observable createObservableGauge(String name, MetricOptions options) {
        return NOTHING;
    }
}
