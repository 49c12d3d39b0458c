// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.util.concurrent.CountDownLatch;

/**
 * Takes one step of a provider's ingestion at a time: a burst, or waiting after a failure or a whole ingestion. Backstage
 * counterpart of the same name.
 */
final class IncrementalIngestionEngine {
    private static final String PREFIX = "incremental-engine: Ingestion ";
    private static final int MAX_LOGGED_ERROR = 700;

    private final String providerName;
    private final IngestionInstruments instruments;
    private final IncrementalEntityProviderOptions options;
    private final IngestionDatabase database;
    private final IngestionBurst<?> burst;
    private final CountDownLatch ready;
    private final LoggerService logger;

    IncrementalIngestionEngine(
            IngestionInstruments instruments,
            IncrementalEntityProviderOptions options,
            IngestionDatabase database,
            IngestionBurst<?> burst,
            CountDownLatch ready,
            LoggerService logger) {
        this.providerName = instruments.providerName();
        this.instruments = instruments;
        this.options = options;
        this.database = database;
        this.burst = burst;
        this.ready = ready;
        this.logger = logger;
    }

    void run(AbortSignal abort) throws Exception {
        ready.await();
        logger.debug("Begin tick");
        try {
            step(abort);
        } catch (Exception failure) {
            logger.error(ErrorNames.describe(failure), failure);
            throw failure;
        } finally {
            logger.debug("End tick");
        }
    }

    private void step(AbortSignal abort) throws InterruptedException {
        var records = database.records();
        var current = records.current(providerName).or(() -> records.start(providerName));
        if (current.isEmpty()) {
            logger.error("incremental-engine: Engine tried to create duplicate ingestion record for provider '"
                    + providerName + "'.");
            return;
        }
        var record = current.get();
        var named = PREFIX + "'" + record.id() + "' ";
        switch (record.nextAction()) {
            case "rest" -> rest(record, named);
            case "ingest" -> ingest(record, named, abort);
            case "backoff" -> backoff(record, named);
            case "cancel" -> {
                logger.info(named + "canceling, will restart");
                records.canceled(record.id());
            }
            default -> logger.error(named + "received unknown action '" + record.nextAction() + "'");
        }
    }

    private boolean isDue(IngestionRecord record) {
        return database.records().now().isAfter(record.nextActionAt());
    }

    private void rest(IngestionRecord record, String named) {
        if (!isDue(record)) {
            logger.debug(named + "rest period continuing");
            return;
        }
        database.cleanup().clearFinished(providerName);
        logger.debug(PREFIX + record.id() + " rest period complete. Ingestion will start again");
        instruments.started(database.records().now());
        database.records().complete(record.id());
    }

    private void backoff(IngestionRecord record, String named) {
        if (isDue(record)) {
            logger.info(named + "backoff complete, will attempt to resume");
            database.records().ingesting(record.id());
        } else {
            logger.debug(named + "backoff continuing");
        }
    }

    private void ingest(IngestionRecord record, String named, AbortSignal abort) throws InterruptedException {
        try {
            database.records().bursting(record.id());
            if (burst.run(record.id(), abort)) {
                logger.info(named + "complete, transitioning to rest period of " + options.restLength());
                instruments.completed(database.records().now(), "completed");
                database.records().resting(record.id(), options.restLength().toDuration());
            } else {
                database.records().interstitial(record.id());
                logger.debug(named + "continuing");
            }
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            fail(record, named, failure);
        }
    }

    private void fail(IngestionRecord record, String named, Exception failure) {
        if ("CANCEL".equals(failure.getMessage())) {
            logger.info(named + "canceled");
            database.records().canceling(record.id());
            database.records().lastError(record.id(), "CANCEL");
            return;
        }
        var wait = options.backoffAfter(record.attempts());
        var error = ErrorNames.describe(failure);
        logger.error(named + "failed", failure);
        logger.error(named + "threw an error during ingestion burst. Ingestion will backoff for " + wait + " ("
                + error.substring(0, Math.min(error.length(), MAX_LOGGED_ERROR)) + ")");
        instruments.completed(database.records().now(), "failed");
        database.records().backoff(record.id(), record.attempts(), error, wait);
    }
}
