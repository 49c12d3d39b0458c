// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import java.util.List;

/** Counts in a plugin's metrics what it does because of events. */
record CountedScmEventsService(CatalogScmEventsService events, MetricsService.Counter actions)
        implements CatalogScmEventsService {
    static CatalogScmEventsService create(CatalogScmEventsService events, MetricsService metrics) {
        var options = MetricOptions.describedAs("Number of actions taken as a result of SCM event messages")
                .withUnit("short");
        return new CountedScmEventsService(events, metrics.createCounter("catalog.events.scm.actions", options));
    }

    @Override
    public Subscription subscribe(Subscriber subscriber) {
        return events.subscribe(subscriber);
    }

    @Override
    public void publish(List<CatalogScmEvent> happened) {
        events.publish(happened);
    }

    @Override
    public void markEventActionTaken(String action, int count) {
        actions.add(count, TelemetryAttributes.of("action", action));
        events.markEventActionTaken(action, count);
    }
}
