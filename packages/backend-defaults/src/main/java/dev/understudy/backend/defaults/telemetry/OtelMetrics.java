// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import io.opentelemetry.api.metrics.Meter;

/** Instruments of an OpenTelemetry meter. */
record OtelMetrics(Meter meter) implements MetricsService {
    @Override
    public Counter createCounter(String name, MetricOptions options) {
        var counter = meter.counterBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit())
                .ofDoubles()
                .build();
        return (value, attributes) -> counter.add(value, OtelAttributes.of(attributes));
    }

    @Override
    public UpDownCounter createUpDownCounter(String name, MetricOptions options) {
        var counter = meter.upDownCounterBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit())
                .ofDoubles()
                .build();
        return (value, attributes) -> counter.add(value, OtelAttributes.of(attributes));
    }

    @Override
    public Histogram createHistogram(String name, MetricOptions options) {
        var builder = meter.histogramBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit());
        if (!options.bucketBoundaries().isEmpty()) {
            builder.setExplicitBucketBoundariesAdvice(options.bucketBoundaries());
        }
        var histogram = builder.build();
        return (value, attributes) -> histogram.record(value, OtelAttributes.of(attributes));
    }

    @Override
    public Gauge createGauge(String name, MetricOptions options) {
        var gauge = meter.gaugeBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit())
                .build();
        return (value, attributes) -> gauge.set(value, OtelAttributes.of(attributes));
    }

    @Override
    public Observable createObservableCounter(String name, MetricOptions options) {
        var observable = new OtelObservable();
        meter.counterBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit())
                .ofDoubles()
                .buildWithCallback(observable);
        return observable;
    }

    @Override
    public Observable createObservableUpDownCounter(String name, MetricOptions options) {
        var observable = new OtelObservable();
        meter.upDownCounterBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit())
                .ofDoubles()
                .buildWithCallback(observable);
        return observable;
    }

    @Override
    public Observable createObservableGauge(String name, MetricOptions options) {
        var observable = new OtelObservable();
        meter.gaugeBuilder(name)
                .setDescription(options.description())
                .setUnit(options.unit())
                .buildWithCallback(observable);
        return observable;
    }
}
