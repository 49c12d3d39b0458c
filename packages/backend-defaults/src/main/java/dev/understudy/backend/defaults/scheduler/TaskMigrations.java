// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.database.KnexMigrator;
import dev.understudy.backend.database.Migration;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.util.List;

/** The table of tasks, step by step as Backstage came to it. */
final class TaskMigrations {
    private static final Migration INIT = Migration.sql("20210928160613_init.js", """
            create table `backstage_backend_tasks__tasks` (`id` varchar(255) not null, `settings_json` text not null,
              `next_run_start_at` datetime not null, `current_run_ticket` text null,
              `current_run_started_at` datetime null, `current_run_expires_at` datetime null, primary key (`id`));
            """, """
            create table backstage_backend_tasks__tasks (id varchar(255) not null, settings_json text not null,
              next_run_start_at timestamptz not null, current_run_ticket text null,
              current_run_started_at timestamptz null, current_run_expires_at timestamptz null,
              constraint backstage_backend_tasks__tasks_pkey primary key (id));
            comment on table backstage_backend_tasks__tasks is 'Tasks used for scheduling work on multiple workers';
            comment on column backstage_backend_tasks__tasks.id is 'The unique ID of this particular task';
            comment on column backstage_backend_tasks__tasks.settings_json is
              'JSON serialized object with properties for this task';
            comment on column backstage_backend_tasks__tasks.next_run_start_at is
              'The next time that the task should be started';
            comment on column backstage_backend_tasks__tasks.current_run_ticket is
              'A unique ticket for the current task run';
            comment on column backstage_backend_tasks__tasks.current_run_started_at is
              'The time that the current task run started';
            comment on column backstage_backend_tasks__tasks.current_run_expires_at is
              'The time that the current task run will time out';
            """);

    // SQLite cannot drop NOT NULL from a column, so the table is made anew
    private static final Migration NULLABLE_NEXT_RUN = Migration.sql(
            "20240712211735_nullable_next_run.js",
            """
            create table `_new_tasks` (`id` varchar(255) NOT NULL, `settings_json` text NOT NULL,
              `next_run_start_at` datetime, `current_run_ticket` text NULL, `current_run_started_at` datetime NULL,
              `current_run_expires_at` datetime NULL, PRIMARY KEY (`id`));
            insert into `_new_tasks` select * from `backstage_backend_tasks__tasks`;
            drop table `backstage_backend_tasks__tasks`;
            alter table `_new_tasks` rename to `backstage_backend_tasks__tasks`;
            """,
            "alter table backstage_backend_tasks__tasks alter column next_run_start_at drop not null");

    private static final Migration LAST_RUN = Migration.sql("20250411000000_last_run.js", """
            alter table `backstage_backend_tasks__tasks` add column `last_run_error_json` text null;
            alter table `backstage_backend_tasks__tasks` add column `last_run_ended_at` datetime null;
            """, """
            alter table backstage_backend_tasks__tasks add column last_run_error_json text null,
              add column last_run_ended_at timestamptz null;
            comment on column backstage_backend_tasks__tasks.last_run_error_json is
              'JSON serialized error object from the last task run, if it failed';
            comment on column backstage_backend_tasks__tasks.last_run_ended_at is 'The last time that the task ended';
            """);

    private TaskMigrations() {}

    static void run(DatabaseService database) {
        KnexMigrator.create(database, List.of(INIT, NULLABLE_NEXT_RUN, LAST_RUN))
                .withTable("backstage_backend_tasks__knex_migrations")
                .latest();
    }
}
