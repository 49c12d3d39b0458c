// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.List;

/** What comes of an event that a host of source code sent. */
public sealed interface WebhookOutcome {
    /** Something changed. */
    record Changes(List<CatalogScmEvent> events) implements WebhookOutcome {
        public Changes {
            events = List.copyOf(events);
        }

        /** One thing changed. */
        public static Changes of(CatalogScmEvent event) {
            return new Changes(List.of(event));
        }
    }

    /** The event does not matter. */
    record Ignored(String reason) implements WebhookOutcome {}

    /** The event matters, but does not tell enough. */
    record Aborted(String reason) implements WebhookOutcome {}

    /** Nobody knows such events. */
    record Unsupported(String event) implements WebhookOutcome {}
}
