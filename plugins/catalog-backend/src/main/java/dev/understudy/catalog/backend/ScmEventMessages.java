// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import dev.understudy.catalog.node.CatalogScmEventsService;

/** Counts what the catalog hears of changes at hosts of source code. */
final class ScmEventMessages {
    private ScmEventMessages() {}

    static void count(CatalogScmEventsService events, MetricsService metrics) {
        var options = MetricOptions.describedAs("Number of SCM event messages received by the catalog backend")
                .withUnit("short");
        var messages = metrics.createCounter("catalog.events.scm.messages", options);
        events.subscribe(happened -> happened.forEach(event -> {
            var kind = event.type().substring(0, event.type().indexOf('.'));
            messages.add(1, TelemetryAttributes.of("eventType", kind));
        }));
    }
}
