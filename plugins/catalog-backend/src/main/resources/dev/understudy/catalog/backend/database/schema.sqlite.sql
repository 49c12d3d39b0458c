-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE `location_update_log` (`id` integer not null primary key autoincrement, `status` text check (`status` in ('success', 'fail')) not null, `created_at` datetime not null default CURRENT_TIMESTAMP, `message` varchar(255), `location_id` char(36), `entity_name` varchar(255) null, foreign key(`location_id`) references `locations`(`id`) on delete CASCADE on update CASCADE);

CREATE VIEW location_update_log_latest AS
      SELECT t1.* FROM location_update_log t1
      JOIN
      (
        SELECT location_id, MAX(id) AS MAXID
        FROM location_update_log
        GROUP BY location_id
      ) t2
      ON t1.location_id = t2.location_id
      AND t1.id = t2.MAXID
      GROUP BY t1.location_id, t1.id
      ORDER BY created_at DESC;

CREATE TABLE `refresh_state` (`entity_id` varchar(255) not null, `entity_ref` varchar(255) not null, `unprocessed_entity` text not null, `processed_entity` text null, `cache` text null, `errors` text not null, `next_update_at` datetime not null, `last_discovery_at` datetime not null, `location_key` text null, `result_hash` text null, `unprocessed_hash` text null, primary key (`entity_id`));

CREATE UNIQUE INDEX `refresh_state_entity_ref_uniq` on `refresh_state` (`entity_ref`);

CREATE INDEX `refresh_state_next_update_at_idx` on `refresh_state` (`next_update_at`);

CREATE TABLE `refresh_state_references` (`id` integer not null primary key autoincrement, `source_key` text null, `source_entity_ref` text null, `target_entity_ref` text not null, foreign key(`source_entity_ref`) references `refresh_state`(`entity_ref`) on delete CASCADE, foreign key(`target_entity_ref`) references `refresh_state`(`entity_ref`) on delete CASCADE);

CREATE INDEX `refresh_state_references_source_key_idx` on `refresh_state_references` (`source_key`);

CREATE INDEX `refresh_state_references_source_entity_ref_idx` on `refresh_state_references` (`source_entity_ref`);

CREATE INDEX `refresh_state_references_target_entity_ref_idx` on `refresh_state_references` (`target_entity_ref`);

CREATE TABLE `relations` (`originating_entity_id` varchar(255) not null, `source_entity_ref` varchar(255) not null, `type` varchar(255) not null, `target_entity_ref` varchar(255) not null, foreign key(`originating_entity_id`) references `refresh_state`(`entity_id`) on delete CASCADE);

CREATE INDEX `relations_source_entity_ref_idx` on `relations` (`source_entity_ref`);

CREATE INDEX `relations_source_entity_id_idx` on `relations` (`originating_entity_id`);

CREATE TABLE `refresh_keys` (`entity_id` varchar(255) not null, `key` varchar(255) not null, foreign key(`entity_id`) references `refresh_state`(`entity_id`) on delete CASCADE);

CREATE INDEX `refresh_keys_entity_id_idx` on `refresh_keys` (`entity_id`);

CREATE INDEX `refresh_keys_key_idx` on `refresh_keys` (`key`);

CREATE TABLE "final_entities" (`entity_id` varchar(255) NOT NULL, `hash` varchar(255) NOT NULL, `final_entity` text NULL, `last_updated_at` datetime NULL, `entity_ref` varchar(255) NOT NULL, FOREIGN KEY (`entity_id`) REFERENCES `refresh_state` (`entity_id`) ON DELETE CASCADE, PRIMARY KEY (`entity_id`));

CREATE UNIQUE INDEX `final_entities_entity_ref_uniq` on `final_entities` (`entity_ref`);

CREATE TABLE "search" (`entity_id` varchar(255), `key` varchar(255) NOT NULL, `value` varchar(255) NULL, `original_value` varchar(255) NULL, FOREIGN KEY (`entity_id`) REFERENCES `final_entities` (`entity_id`) ON DELETE CASCADE);

CREATE TABLE `stitch_queue` (`entity_ref` varchar(255) not null, `stitch_ticket` varchar(255) not null, `next_stitch_at` datetime not null, primary key (`entity_ref`));

CREATE INDEX `stitch_queue_next_stitch_at_idx` on `stitch_queue` (`next_stitch_at`);

CREATE TABLE "locations" (`id` char(36) NOT NULL, `type` varchar(255) NOT NULL, `target` text NOT NULL, `location_entity_ref` varchar(255) NOT NULL, PRIMARY KEY (`id`));

CREATE UNIQUE INDEX search_entity_key_value_idx ON search (entity_id, key, value);

CREATE INDEX search_key_value_entity_idx ON search (key, value, entity_id);

CREATE INDEX search_facets_covering_idx ON search (key, original_value, entity_id);

CREATE INDEX `relations_target_entity_ref_idx` on `relations` (`target_entity_ref`);
