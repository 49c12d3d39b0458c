// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request that brings an event, as its validator sees it. Backstage counterpart: {@code RequestDetails}.
 *
 * @param body the body as it was parsed
 * @param headers by lower-case name
 * @param rawBody the bytes that were sent, to check signatures; must not be changed
 * @param encoding how {@code rawBody} becomes text
 */
@SuppressWarnings("ArrayRecordComponent") // copying or comparing bodies would cost and serves nobody
public record RequestDetails(JsonNode body, Map<String, List<String>> headers, byte[] rawBody, Charset encoding) {
    public RequestDetails {
        headers = Map.copyOf(headers);
    }
}
