// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.catalog.backend.database.Failures;
import dev.understudy.catalog.backend.database.StitchQueue;
import dev.understudy.catalog.backend.processing.ProcessingSpans;
import dev.understudy.catalog.backend.processing.Signal;
import dev.understudy.errors.ErrorNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Makes the final form of entities that have changed. A thread or two take requests, as many at once as there are;
 * all processors of the machine make the entities. Backstage counterpart of the same name.
 */
public final class DefaultStitcher {
    private static final int BATCH_SIZE = 250;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Sql sql;
    private final StitchDatabase database;
    private final SearchStatistics statistics;
    private final LoggerService logger;
    private final StitchingStrategy strategy;
    private final Signal requested;
    private final StitchingInstruments instruments;
    private final ProcessingSpans spans;
    private final List<Thread> threads;
    private volatile boolean stopped;

    /**
     * Makes a stitcher that is not started yet.
     *
     * @param requested raised when there is something to stitch; without it, requests are noticed at intervals
     */
    public DefaultStitcher(
            DatabaseService database,
            LoggerService logger,
            StitchingStrategy strategy,
            Signal requested,
            MetricsService metrics,
            ProcessingSpans spans) {
        this.sql = Sql.writing(database);
        this.database = new StitchDatabase(Sql.reading(database), sql);
        this.statistics = new SearchStatistics(sql, logger);
        this.logger = logger;
        this.strategy = strategy;
        this.requested = requested;
        this.instruments = new StitchingInstruments(metrics);
        this.spans = spans;
        // SQLite has one writer at a time; a PostgreSQL server has a process for each
        var concurrency = database.dialect() == DatabaseDialect.POSTGRESQL ? 2 : 1;
        var named = Thread.ofPlatform().daemon().name("catalog-stitching-", 1);
        this.threads = Stream.generate(() -> named.unstarted(this::loop))
                .limit(concurrency)
                .toList();
    }

    /** Starts stitching; throws {@link IllegalThreadStateException} if it was started before. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /** Stops when the batch at hand is done. */
    public void stop() throws InterruptedException {
        stopped = true;
        requested.raise();
        for (var thread : threads) {
            thread.join(STOP_TIMEOUT);
        }
    }

    private void loop() {
        try {
            while (!stopped) {
                if (stitchBatch() < BATCH_SIZE) {
                    // what many entities relate to is asked for again and again while they are processed
                    requested.await(strategy.pollingInterval());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the number of requests that were there. */
    private int stitchBatch() {
        List<StitchQueue.Request> requests;
        try {
            requests = spans.loop(() -> StitchQueue.claim(sql, BATCH_SIZE, strategy.stitchTimeout()));
        } catch (RuntimeException failure) {
            logger.warn("Failed to load stitchable entities", failure);
            return 0;
        }
        instruments.claimed(requests);
        Failures.isolate(requests, this::stitch, this::failed);
        if (requests.isEmpty()) {
            statistics.rested();
        }
        return requests.size();
    }

    private void stitch(List<StitchQueue.Request> requests) {
        var start = System.nanoTime();
        var refs = requests.stream().map(StitchQueue.Request::entityRef).toList();
        var broken = new ConcurrentHashMap<String, RuntimeException>();
        var inputs = database.load(refs);
        var entities = inputs.parallelStream()
                .map(input -> make(input, broken))
                .flatMap(Optional::stream)
                .toList();
        var written = database.write(
                entities,
                requests.stream()
                        .filter(request -> !broken.containsKey(request.entityRef()))
                        .toList());
        broken.forEach(this::failed);
        var outcome = new StitchOutcome(inputs, entities, written, broken.keySet());
        refs.forEach(ref -> instruments.ended(outcome.of(ref), start));
        statistics.written(entities.size());
    }

    private static Optional<FinalEntity> make(StitchInput input, Map<String, RuntimeException> broken) {
        try {
            return FinalEntity.of(input);
        } catch (RuntimeException failure) {
            broken.put(input.entityRef(), failure);
            return Optional.empty();
        }
    }

    private void failed(List<StitchQueue.Request> requests, RuntimeException failure) {
        requests.forEach(request -> {
            failed(request.entityRef(), failure);
            instruments.ended(StitchingInstruments.Result.ERROR, System.nanoTime());
        });
    }

    private void failed(String entityRef, RuntimeException failure) {
        logger.error("Failed to stitch " + entityRef + ", " + ErrorNames.describe(failure));
    }
}
