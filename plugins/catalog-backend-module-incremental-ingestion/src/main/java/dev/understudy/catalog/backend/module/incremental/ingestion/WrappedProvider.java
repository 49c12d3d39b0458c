// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.HumanDuration;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * An incremental provider as the catalog knows providers.
 *
 * @param ready given when all incremental providers are connected; none starts before
 */
record WrappedProvider<C>(
        IncrementalEntityProvider<C> provider,
        IncrementalEntityProviderOptions options,
        IngestionServices services,
        CountDownLatch ready)
        implements EntityProvider {
    private static final double SHORTEST_INTERVAL = 5000;
    private static final double MINUTE = 60_000;

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public void connect(EntityProviderConnection connection) {
        try {
            start(connection);
        } catch (RuntimeException failure) {
            services.logger()
                    .warn("Failed to initialize incremental ingestion provider " + name() + ", "
                            + ErrorNames.describe(failure));
            throw failure;
        }
        ready.countDown();
    }

    private void start(EntityProviderConnection connection) {
        var logger = services.logger().child(Map.of("entityProvider", name()));
        IngestionMigrations.apply(services.database());
        logger.info("Connecting");
        var database = IngestionDatabase.create(Sql.writing(services.database()), Clock.systemUTC());
        var burst = new IngestionBurst<>(provider, options, database, connection, System::nanoTime, logger);
        var engine = new IncrementalIngestionEngine(
                IngestionInstruments.create(name(), services.metrics()), options, database, burst, ready, logger);
        services.scheduler().scheduleTask(ScheduledTask.of(name(), schedule(), engine::run));
        provider.eventHandler()
                .filter(handler -> !handler.supportsEventTopics().isEmpty())
                .ifPresent(handler -> {
                    var topics = handler.supportsEventTopics();
                    logger.info(
                            "Provider " + name() + " subscribing to events for topics: " + String.join(",", topics));
                    var events = new IngestionEvents(name(), handler, database, connection, logger);
                    services.events()
                            .subscribe(new EventSubscription(
                                    "catalog-backend-module-incremental-ingestion:" + name(), topics, events::onEvent));
                });
    }

    private TaskSchedule schedule() {
        var interval = options.burstInterval().toMillis() < SHORTEST_INTERVAL
                ? HumanDuration.of(Map.of("milliseconds", SHORTEST_INTERVAL))
                : options.burstInterval();
        var timeout =
                HumanDuration.of(Map.of("milliseconds", options.burstLength().toMillis() + MINUTE));
        return TaskSchedule.of(new TaskFrequency.Every(interval), timeout);
    }
}
