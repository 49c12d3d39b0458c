// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.Map;

/** What the global tasks of a plugin share: their table, brought up to date, with its poller and its janitor. */
record GlobalTasks(TaskTable table, TaskPoller poller) {
    static GlobalTasks start(DatabaseService database, TaskTimer timer, LoggerService logger, AbortSignal stop) {
        TaskMigrations.run(database);
        var table = new TaskTable(Sql.writing(database), timer);
        new TaskJanitor(table, timer, logger).start(stop);
        return new GlobalTasks(table, new TaskPoller(table, timer, logger.child(Map.of("type", "taskStatePoller"))));
    }
}
