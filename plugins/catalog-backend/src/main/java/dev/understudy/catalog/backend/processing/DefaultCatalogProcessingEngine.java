// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.Failures;
import dev.understudy.catalog.backend.database.ProcessingDatabase;
import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.backend.database.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Processes entities when they are due. Three stages run at the same time: one thread claims due entities, many virtual
 * threads process them, one thread writes the results, as many in one transaction as there are by then.
 *
 * <p>Thread-safe. Backstage counterpart of the same name.
 */
public final class DefaultCatalogProcessingEngine {
    private static final int LOW_WATERMARK = 64;
    private static final int HIGH_WATERMARK = 256;
    private static final int CONCURRENT_ENTITIES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Sql sql;
    private final ProcessingDatabase database;
    private final CatalogProcessingOrchestrator orchestrator;
    private final ProcessingReporter reporter;
    private final Signal work;
    private final Signal stitching;

    private final ErrorWording wording = new ErrorWording();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final ProcessingTurns turns = new ProcessingTurns(CONCURRENT_ENTITIES, PATIENCE);
    // an empty element ends the writing
    private final BlockingQueue<Optional<ProcessedItem>> results = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread claimer;
    private final Thread writer;
    private volatile boolean stopped;
    private volatile boolean claiming;
    private volatile boolean stitchingWanted;

    /**
     * Makes an engine that is not started yet.
     *
     * @param sql where results are written
     * @param work raised when there may be entities to process
     * @param stitching raised when there is something to stitch and nothing left to process
     */
    public DefaultCatalogProcessingEngine(
            Sql sql,
            ProcessingDatabase database,
            CatalogProcessingOrchestrator orchestrator,
            ProcessingReporter reporter,
            Signal work,
            Signal stitching) {
        this.sql = sql;
        this.database = database;
        this.orchestrator = orchestrator;
        this.reporter = reporter;
        this.work = work;
        this.stitching = stitching;
        this.claimer = Thread.ofPlatform().daemon().name("catalog-processing").unstarted(this::claimLoop);
        this.writer =
                Thread.ofPlatform().daemon().name("catalog-processing-writer").unstarted(this::writeLoop);
    }

    /** Starts processing; throws {@link IllegalThreadStateException} if it was started before. */
    public void start() {
        claimer.start();
        writer.start();
    }

    /** Stops; what has not been processed by then is left to the next start, or to other processes. */
    public void stop() throws InterruptedException {
        if (stopped) {
            return;
        }
        stopped = true;
        work.raise();
        claimer.join(STOP_TIMEOUT);
        workers.shutdownNow();
        workers.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        results.add(Optional.empty());
        writer.join(STOP_TIMEOUT);
        database.release(List.copyOf(inFlight));
    }

    /** Whether nothing is being processed; what is due may not have been noticed yet. */
    public boolean isIdle() {
        return !claiming && inFlight.isEmpty();
    }

    private void claimLoop() {
        try {
            while (!stopped) {
                turns.passOn();
                if (active() <= LOW_WATERMARK) {
                    claiming = true;
                    claim();
                    claiming = false;
                }
                work.await(POLLING_INTERVAL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim() {
        var items = claim(HIGH_WATERMARK - active());
        if (items.isEmpty() && active() <= 0 && stitchingWanted) {
            stitchingWanted = false;
            stitching.raise();
        }
        for (var item : items) {
            inFlight.add(item.id());
            workers.execute(() -> process(item));
        }
    }

    /** Without those that wait for a host. */
    private int active() {
        return inFlight.size() - turns.waiting();
    }

    private List<RefreshStateItem> claim(int limit) {
        try {
            return reporter.claiming(() -> database.claim(limit, List.copyOf(inFlight)));
        } catch (RuntimeException failure) {
            reporter.claimFailed(failure);
            return List.of();
        }
    }

    private void process(RefreshStateItem item) {
        try (var _ = turns.await()) {
            reporter.started(item);
            var result =
                    orchestrator.process(item.unprocessedEntity(), item.cache().path("cache"));
            if (!Thread.currentThread().isInterrupted()) {
                reporter.processed(item, result);
                results.add(Optional.of(new ProcessedItem(item, result)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            inFlight.remove(item.id());
            reporter.failed(item, failure);
        }
    }

    private void writeLoop() {
        try {
            var ended = false;
            while (!ended) {
                var batch = new ArrayList<Optional<ProcessedItem>>();
                batch.add(results.take());
                results.drainTo(batch, HIGH_WATERMARK);
                ended = batch.stream().anyMatch(Optional::isEmpty);
                write(batch.stream().flatMap(Optional::stream).toList());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<ProcessedItem> items) {
        try {
            Failures.isolate(items, this::writeTogether, reporter::failed);
        } finally {
            items.forEach(item -> inFlight.remove(item.item().id()));
            work.raise();
        }
    }

    private void writeTogether(List<ProcessedItem> items) {
        var report =
                Transactions.retrying(sql, transaction -> ProcessingResultWriter.write(transaction, items, wording));
        wording.remember(items);
        stitchingWanted |= report.hasRequestedStitching();
        reporter.written(items, report);
    }
}
