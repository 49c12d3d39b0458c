// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.AbortController;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.catalog.backend.database.OrphanRemoval;
import dev.understudy.types.HumanDuration;

/** Removes orphans at intervals, in one of all processes that share the database. */
public final class OrphanCleanup {
    private static final String TASK_ID = "catalog_orphan_cleanup";
    private static final TaskSchedule SCHEDULE =
            TaskSchedule.of(TaskFrequency.every("30s"), HumanDuration.parse("24s"));

    private final Sql sql;
    private final SchedulerService scheduler;
    private final LoggerService logger;
    private final Signal stitching;
    private final AbortController stop = AbortController.create();

    /** The signal is raised when there is something to stitch. */
    public OrphanCleanup(Sql sql, SchedulerService scheduler, LoggerService logger, Signal stitching) {
        this.sql = sql;
        this.scheduler = scheduler;
        this.logger = logger;
        this.stitching = stitching;
    }

    /** Schedules the task. */
    public void start() {
        scheduler.scheduleTask(new ScheduledTask(TASK_ID, SCHEDULE, _ -> runOnce(), stop.signal()));
    }

    /** Ends the schedule. */
    public void stop() {
        stop.abort();
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
