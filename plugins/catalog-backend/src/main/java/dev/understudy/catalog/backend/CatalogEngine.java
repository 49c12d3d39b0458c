// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.catalog.backend.processing.DefaultCatalogProcessingEngine;
import dev.understudy.catalog.backend.processing.OrphanCleanup;
import dev.understudy.catalog.backend.stitching.DefaultStitcher;
import java.util.Optional;

/** All that runs in the background. */
final class CatalogEngine {
    private final Runnable beforeStart;
    private final DefaultCatalogProcessingEngine processing;
    private final DefaultStitcher stitcher;
    private final Optional<OrphanCleanup> orphanCleanup;

    CatalogEngine(
            Runnable beforeStart,
            DefaultCatalogProcessingEngine processing,
            DefaultStitcher stitcher,
            Optional<OrphanCleanup> orphanCleanup) {
        this.beforeStart = beforeStart;
        this.processing = processing;
        this.stitcher = stitcher;
        this.orphanCleanup = orphanCleanup;
    }

    void start() {
        beforeStart.run();
        processing.start();
        orphanCleanup.ifPresent(OrphanCleanup::start);
        stitcher.start();
    }

    /** Whether nothing is being processed; what is due may not have been noticed yet. */
    boolean isIdle() {
        return processing.isIdle();
    }

    void stop() throws InterruptedException {
        processing.stop();
        orphanCleanup.ifPresent(OrphanCleanup::stop);
        stitcher.stop();
    }
}
