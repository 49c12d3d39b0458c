// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.catalog.node.CatalogScmEvent;
import java.util.List;

/** What comes of an event that GitLab sent. */
sealed interface WebhookOutcome {
    /** Something changed. */
    record Changes(List<CatalogScmEvent> events) implements WebhookOutcome {}

    /** The event does not matter. */
    record Ignored(String reason) implements WebhookOutcome {}

    /** The event matters, but does not tell enough. */
    record Aborted(String reason) implements WebhookOutcome {}

    /** Nobody knows such events. */
    record Unsupported(String event) implements WebhookOutcome {}
}
