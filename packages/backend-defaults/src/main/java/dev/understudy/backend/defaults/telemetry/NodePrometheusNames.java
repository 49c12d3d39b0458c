// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;

/**
 * Gives metrics the names in Prometheus that Node's exporter gives them, on which dashboards rely: that one does not append
 * units.
 */
final class NodePrometheusNames implements MetricReader {
    private final MetricReader prometheus;

    private NodePrometheusNames(MetricReader prometheus) {
        this.prometheus = prometheus;
    }

    static MetricReader where(MetricReader reader) {
        return reader instanceof PrometheusHttpServer ? new NodePrometheusNames(reader) : reader;
    }

    @Override
    public void register(CollectionRegistration registration) {
        prometheus.register(new CollectionRegistration() {
            @Override
            public Collection<MetricData> collectAllMetrics() {
                return registration.collectAllMetrics().stream()
                        .<MetricData>map(WithoutUnit::new)
                        .toList();
            }
        });
    }

    @Override
    public CompletableResultCode forceFlush() {
        return prometheus.forceFlush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return prometheus.shutdown();
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return prometheus.getAggregationTemporality(type);
    }

    @Override
    public Aggregation getDefaultAggregation(InstrumentType type) {
        return prometheus.getDefaultAggregation(type);
    }

    @Override
    public MemoryMode getMemoryMode() {
        return prometheus.getMemoryMode();
    }

    private record WithoutUnit(MetricData metric) implements MetricData {
        @Override
        public String getUnit() {
            return "";
        }

        @Override
        public Resource getResource() {
            return metric.getResource();
        }

        @Override
        public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return metric.getInstrumentationScopeInfo();
        }

        @Override
        public String getName() {
            return metric.getName();
        }

        @Override
        public String getDescription() {
            return metric.getDescription();
        }

        @Override
        public MetricDataType getType() {
            return metric.getType();
        }

        @Override
        public Data<?> getData() {
            return metric.getData();
        }
    }
}
