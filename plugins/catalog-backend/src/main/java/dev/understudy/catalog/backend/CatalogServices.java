// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.catalog.backend.processing.CatalogEvents;
import dev.understudy.catalog.backend.processing.ScmUrls;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.config.Config;
import java.time.Clock;

/** What the catalog needs from the outside. */
record CatalogServices(
        Config config,
        LoggerService logger,
        DatabaseService database,
        UrlReaderService urlReader,
        ScmUrls urls,
        CatalogEvents events,
        CatalogScmEventsService scmEvents,
        SchedulerService scheduler,
        MetricsService metrics,
        TracingService tracing,
        Clock clock) {}
