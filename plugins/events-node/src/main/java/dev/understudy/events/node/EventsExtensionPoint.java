// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

/**
 * Adds to what the events backend receives over HTTP. Backstage counterpart: {@code EventsExtensionPoint}, without its
 * deprecated parts, which the events backend refuses there too: use the events service.
 */
public interface EventsExtensionPoint {
    /** Receives events for a topic at {@code /api/events/http/<topic>}. */
    void addHttpPostIngress(HttpPostIngress ingress);

    /** Reads bodies of one content type. */
    void addHttpPostBodyParser(HttpBodyParser parser);
}
