// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.database.OrphanRemoval;
import java.time.Duration;

/** Removes orphans at intervals. */
public final class OrphanCleanup {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Sql sql;
    private final LoggerService logger;
    private final Signal stitching;
    private final Signal stop = new Signal();
    private final Thread thread;
    private volatile boolean stopped;

    /** The signal is raised when there is something to stitch. */
    public OrphanCleanup(Sql sql, LoggerService logger, Signal stitching) {
        this.sql = sql;
        this.logger = logger;
        this.stitching = stitching;
        this.thread = Thread.ofVirtual().name("catalog-orphan-cleanup").unstarted(this::loop);
    }

    /** Starts; throws {@link IllegalThreadStateException} if it was started before. */
    public void start() {
        thread.start();
    }

    /** Stops when the round at hand is done. */
    public void stop() throws InterruptedException {
        stopped = true;
        stop.raise();
        thread.join(INTERVAL);
    }

    private void loop() {
        try {
            while (!stopped) {
                runOnce();
                stop.await(INTERVAL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() {
        try {
            var count = OrphanRemoval.deleteOrphans(sql);
            if (count > 0) {
                logger.info("Deleted " + count + " orphaned entities");
                stitching.raise();
            }
        } catch (RuntimeException failure) {
            logger.warn("Failed to delete orphaned entities", failure);
        }
    }
}
