// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened. Backstage counterpart: {@code EventParams}.
 *
 * @param payload what there is to say about it; must not be changed
 * @param metadata more of it, such as the headers of a request; does not reach other processes
 */
public record EventParams(String topic, JsonNode payload, Map<String, List<String>> metadata) {
    public EventParams {
        requireNonNull(topic, "topic");
        requireNonNull(payload, "payload");
        metadata = Map.copyOf(metadata);
    }

    public static EventParams of(String topic, JsonNode payload) {
        return new EventParams(topic, payload, Map.of());
    }
}
