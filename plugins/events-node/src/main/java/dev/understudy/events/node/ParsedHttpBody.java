// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import java.nio.charset.Charset;
import tools.jackson.databind.JsonNode;

/**
 * A body that was read. Backstage counterpart: {@code HttpBodyParsed}.
 *
 * @param body what the event carries as its payload
 * @param rawBody the bytes that were sent; must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // copying or comparing bodies would cost and serves nobody
public record ParsedHttpBody(JsonNode body, byte[] rawBody, Charset encoding) {}
