// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.database.KnexMigrator;
import dev.understudy.backend.database.Migration;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.util.List;

/** The tables of ingestions, in the catalog's database, step by step as Backstage came to them. */
final class IngestionMigrations {
    private static final Migration INIT = Migration.sql("20221116073152_init.js", """
            create table `ingestions` (`id` char(36) not null, `provider_name` varchar(255) not null,
              `status` varchar(255) not null, `next_action` varchar(255) not null,
              `next_action_at` datetime not null default CURRENT_TIMESTAMP, `last_error` varchar(255),
              `attempts` integer not null default '0', `created_at` datetime not null default CURRENT_TIMESTAMP,
              `ingestion_completed_at` datetime, `rest_completed_at` datetime,
              `completion_ticket` varchar(255) not null, primary key (`id`));
            create index `ingestion_provider_name_idx` on `ingestions` (`provider_name`);
            create unique index `ingestion_composite_index` on `ingestions` (`provider_name`, `completion_ticket`);
            create table `ingestion_marks` (`id` char(36) not null, `ingestion_id` char(36) not null, `cursor` json,
              `sequence` integer not null default '0', `created_at` datetime not null default CURRENT_TIMESTAMP,
              foreign key (`ingestion_id`) references `ingestions` (`id`) on delete cascade, primary key (`id`));
            create index `ingestion_mark_ingestion_id_idx` on `ingestion_marks` (`ingestion_id`);
            create table `ingestion_mark_entities` (`id` char(36) not null, `ingestion_mark_id` char(36) not null,
              `ref` varchar(255) not null,
              foreign key (`ingestion_mark_id`) references `ingestion_marks` (`id`) on delete cascade,
              primary key (`id`));
            create index `ingestion_mark_entity_ingestion_mark_id_idx`
              on `ingestion_mark_entities` (`ingestion_mark_id`);
            """, """
            create table ingestions (id uuid not null, provider_name varchar(255) not null,
              status varchar(255) not null, next_action varchar(255) not null,
              next_action_at timestamptz not null default CURRENT_TIMESTAMP, last_error varchar(255),
              attempts integer not null default 0, created_at timestamptz not null default CURRENT_TIMESTAMP,
              ingestion_completed_at timestamptz, rest_completed_at timestamptz,
              completion_ticket varchar(255) not null, constraint ingestions_pkey primary key (id),
              constraint ingestion_composite_index unique (provider_name, completion_ticket)
                deferrable initially deferred);
            create index ingestion_provider_name_idx on ingestions (provider_name);
            create table ingestion_marks (id uuid not null, ingestion_id uuid not null, cursor json,
              sequence integer not null default 0, created_at timestamptz not null default CURRENT_TIMESTAMP,
              constraint ingestion_marks_pkey primary key (id),
              constraint ingestion_marks_ingestion_id_foreign foreign key (ingestion_id)
                references ingestions (id) on delete cascade);
            create index ingestion_mark_ingestion_id_idx on ingestion_marks (ingestion_id);
            create table ingestion_mark_entities (id uuid not null, ingestion_mark_id uuid not null,
              ref varchar(255) not null, constraint ingestion_mark_entities_pkey primary key (id),
              constraint ingestion_mark_entities_ingestion_mark_id_foreign foreign key (ingestion_mark_id)
                references ingestion_marks (id) on delete cascade);
            create index ingestion_mark_entity_ingestion_mark_id_idx on ingestion_mark_entities (ingestion_mark_id);
            comment on table ingestions is 'Tracks ingestion streams for very large data sets';
            comment on table ingestion_marks is 'tracks each step of an iterative ingestion';
            comment on table ingestion_mark_entities is
              'tracks the entities recorded in each step of an iterative ingestion';
            """);

    /** SQLite cannot change the type of a column, and takes longer texts anyway. */
    private static final Migration LONG_ERRORS = Migration.sql(
            "20260522155028_last_error_column.js", "", "alter table ingestions alter column last_error type text");

    private IngestionMigrations() {}

    static void apply(DatabaseService database) {
        KnexMigrator.create(database, List.of(INIT, LONG_ERRORS))
                .withTable("incremental_ingestion__knex_migrations")
                .latest();
    }
}
