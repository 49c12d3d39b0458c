// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Records who did what, for those who have to answer for it. Thread-safe.
 *
 * <pre>{@code
 * var event = auditor.createEvent(AuditorEventOptions.of("todo-create").withRequest(request));
 * try {
 *     store.create(todo);
 *     event.success(Map.of("id", todo.id()));
 * } catch (RuntimeException failure) {
 *     event.fail(failure, Map.of());
 *     throw failure;
 * }
 * }</pre>
 *
 * Backstage counterpart: {@code AuditorService}.
 */
public interface AuditorService {
    /**
     * Records that something has begun.
     *
     * @throws dev.understudy.errors.BackendException when the sender of the request cannot be told
     */
    AuditorEvent createEvent(AuditorEventOptions options);

    /** Something that has begun and not ended yet. */
    interface AuditorEvent {
        /** Records that it went well, with more about it. */
        void success(Map<String, ?> meta);

        /** Records that it failed, with more about it. */
        void fail(Throwable failure, Map<String, ?> meta);
    }

    /** How much an event matters. */
    enum Severity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /**
     * What is going to happen.
     *
     * @param eventId in kebab-case, such as {@code entity-mutate}
     * @param request the request that asks for it; without one it is the plugin's own doing
     * @param meta more about it; values that Jackson can write
     */
    record AuditorEventOptions(String eventId, Severity severity, Optional<HttpRequest> request, Map<String, ?> meta) {

        /** An event of low severity, the plugin's own doing. */
        public static AuditorEventOptions of(String eventId) {
            return new AuditorEventOptions(eventId, Severity.LOW, Optional.empty(), Map.of());
        }

        public AuditorEventOptions withSeverity(Severity newSeverity) {
            return new AuditorEventOptions(eventId, newSeverity, request, meta);
        }

        public AuditorEventOptions withRequest(HttpRequest newRequest) {
            return new AuditorEventOptions(eventId, severity, Optional.of(newRequest), meta);
        }

        public AuditorEventOptions withMeta(Map<String, ?> newMeta) {
            return new AuditorEventOptions(eventId, severity, request, newMeta);
        }
    }
}
