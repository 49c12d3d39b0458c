// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;

import dev.understudy.backend.plugin.api.ExtensionPoint;

/** The extension points of the events plugin. */
public final class EventsExtensionPoints {
    public static final ExtensionPoint<EventsExtensionPoint> EVENTS =
            createExtensionPoint("events", EventsExtensionPoint.class);

    private EventsExtensionPoints() {}
}
