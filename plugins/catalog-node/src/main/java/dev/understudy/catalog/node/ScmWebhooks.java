// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.EventParams;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What hosts of one kind tell of changes. Thread-safe. */
public interface ScmWebhooks {
    /** The name of such hosts in messages, for example {@code GitHub}. */
    String host();

    /** The topic on which what they tell arrives. */
    String topic();

    /** What kind of event it is; what has none is dropped. */
    Optional<String> type(EventParams event);

    /**
     * What to make of an event.
     *
     * @param payload an object
     */
    WebhookOutcome analyze(String type, JsonNode payload) throws IOException, InterruptedException;
}
