// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.logs;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.catalog.node.CatalogTopics;
import java.util.List;

/** The catalog's module {@code logs}. Backstage counterpart: {@code catalogModuleLogs}. */
public final class CatalogModuleLogs {
    private CatalogModuleLogs() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "logs", reg -> {
            var events = reg.require(EVENTS);
            var logger = reg.require(LOGGER);
            reg.registerInit(() -> {
                var log = new ProcessingErrorLog(logger.get());
                events.get()
                        .subscribe(new EventSubscription(
                                "catalog", List.of(CatalogTopics.ERRORS), event -> log.write(event.payload())));
            });
        });
    }
}
