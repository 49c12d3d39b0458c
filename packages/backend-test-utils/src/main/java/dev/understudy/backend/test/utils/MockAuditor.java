// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.AuditorService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps audit events. Thread-safe. */
public final class MockAuditor implements AuditorService {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * A step of an event.
     *
     * @param status {@code initiated}, {@code succeeded} or {@code failed}
     * @param meta what was said of this step
     */
    public record Entry(AuditorEventOptions event, String status, Map<String, ?> meta, Optional<Throwable> failure) {
        @Override
        public String toString() {
            return event.eventId() + " " + status;
        }
    }

    private MockAuditor() {}

    public static MockAuditor create() {
        return new MockAuditor();
    }

    /** What has been recorded so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What has been recorded so far, each step as the event's id and the status. */
    public List<String> lines() {
        return entries.stream().map(Entry::toString).toList();
    }

    @Override
    public AuditorEvent createEvent(AuditorEventOptions options) {
        entries.add(new Entry(options, "initiated", options.meta(), Optional.empty()));
        return new AuditorEvent() {
            @Override
            public void success(Map<String, ?> meta) {
                entries.add(new Entry(options, "succeeded", meta, Optional.empty()));
            }

            @Override
            public void fail(Throwable failure, Map<String, ?> meta) {
                entries.add(new Entry(options, "failed", meta, Optional.of(failure)));
            }
        };
    }
}
