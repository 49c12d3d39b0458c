// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.SchedulerService;

/** What ingestions need from the outside. */
record IngestionServices(
        LoggerService logger,
        DatabaseService database,
        SchedulerService scheduler,
        EventsService events,
        MetricsService metrics) {}
