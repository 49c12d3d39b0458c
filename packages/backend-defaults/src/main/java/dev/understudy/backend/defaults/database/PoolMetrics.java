// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.MetricsService.ObservableResult;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;

/** Tells how a plugin's connections are used, by the names of OpenTelemetry's semantic conventions. */
final class PoolMetrics {
    private static final String POOL = "db.client.connection.pool.name";
    private static final String STATE = "db.client.connection.state";

    private final PluginDatabase database;

    private PoolMetrics(PluginDatabase database) {
        this.database = database;
    }

    static void register(MetricsService metrics, PluginDatabase database) {
        var pools = new PoolMetrics(database);
        metrics.createObservableUpDownCounter(
                        "db.client.connection.count",
                        MetricOptions.describedAs("Number of open connections by what they do")
                                .withUnit("{connection}"))
                .addCallback(result -> pools.observe(result, PoolMetrics::count));
        metrics.createObservableUpDownCounter(
                        "db.client.connection.max",
                        MetricOptions.describedAs("How many connections may be open")
                                .withUnit("{connection}"))
                .addCallback(result -> pools.observe(
                        result, (pool, sink) -> sink.observe(pool.getMaximumPoolSize(), attributes(pool))));
        metrics.createObservableUpDownCounter(
                        "db.client.connection.pending_requests",
                        MetricOptions.describedAs("Number of threads that wait for a connection")
                                .withUnit("{request}"))
                .addCallback(result -> pools.observe(result, PoolMetrics::pending));
    }

    @FunctionalInterface
    private interface PoolObserver {
        void observe(HikariDataSource pool, ObservableResult result);
    }

    private void observe(ObservableResult result, PoolObserver observer) {
        database.openPools().ifPresent(pools -> {
            observer.observe(pools.writing(), result);
            if (!pools.reading().equals(pools.writing())) {
                observer.observe(pools.reading(), result);
            }
        });
    }

    private static void count(HikariDataSource pool, ObservableResult result) {
        var state = pool.getHikariPoolMXBean();
        if (state != null) {
            result.observe(state.getActiveConnections(), attributes(pool).with(STATE, "used"));
            result.observe(state.getIdleConnections(), attributes(pool).with(STATE, "idle"));
        }
    }

    private static void pending(HikariDataSource pool, ObservableResult result) {
        var state = pool.getHikariPoolMXBean();
        if (state != null) {
            result.observe(state.getThreadsAwaitingConnection(), attributes(pool));
        }
    }

    private static TelemetryAttributes attributes(HikariDataSource pool) {
        return TelemetryAttributes.of(POOL, pool.getPoolName());
    }
}
