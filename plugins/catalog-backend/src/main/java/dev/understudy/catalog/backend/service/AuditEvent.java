// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.AuditorService.AuditorEventOptions;
import dev.understudy.backend.plugin.api.service.AuditorService.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the audit log is told when a request comes in. Immutable. */
record AuditEvent(String eventId, Severity severity, Map<String, Object> meta) {
    static AuditEvent of(String eventId) {
        return new AuditEvent(eventId, Severity.LOW, Map.of());
    }

    static AuditEvent fetchingEntities(String queryType) {
        return of("entity-fetch").with("queryType", queryType);
    }

    static AuditEvent fetchingLocations(String queryType) {
        return of("location-fetch").with("queryType", queryType);
    }

    static AuditEvent changingEntity() {
        return of("entity-mutate").withSeverity(Severity.MEDIUM);
    }

    static AuditEvent changingLocation(String actionType) {
        return of("location-mutate").withSeverity(Severity.MEDIUM).with("actionType", actionType);
    }

    AuditEvent withSeverity(Severity newSeverity) {
        return new AuditEvent(eventId, newSeverity, meta);
    }

    AuditEvent with(String name, Object value) {
        var longer = new LinkedHashMap<>(meta);
        longer.put(name, value);
        return new AuditEvent(eventId, severity, longer);
    }

    AuditorEventOptions options() {
        return new AuditorEventOptions(eventId, severity, Optional.empty(), meta);
    }
}
